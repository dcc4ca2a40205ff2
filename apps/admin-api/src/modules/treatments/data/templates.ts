import {
  fromJsonColumn,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** A parameter that a service's record asks for. */
export interface TemplateParameter {
  readonly name: string;
  readonly unit: string;
  /** What the form begins with; may be empty. */
  readonly usual: string;
}

/** A product that a service usually takes, with the usual amount. */
export interface TemplateProduct {
  readonly name: string;
  readonly amount: number | null;
  readonly unit: string;
}

/** What the record of a service begins with. */
export interface TemplateDraft {
  readonly parameters: readonly TemplateParameter[];
  readonly products: readonly TemplateProduct[];
  readonly advice: string;
  readonly homeCare: string;
  /** After how many days she should come again; null: nothing is suggested. */
  readonly nextAfterDays: number | null;
  /** A visit with this service is not completed before its record is written. */
  readonly recordFirst: boolean;
}

export interface TreatmentTemplate extends TemplateDraft {
  readonly serviceId: string;
  readonly version: number;
  readonly byName: string;
  readonly updatedAt: Date;
}

interface Row {
  readonly serviceId: string;
  readonly version: number;
  readonly template: unknown;
  readonly byName: string;
  readonly updatedAt: Date;
}

const SELECT = `SELECT t.service_id AS serviceId, t.version, t.template, t.by_name AS byName, t.updated_at AS updatedAt
  FROM treatment_template t`;

const toTemplate = ({ template, ...facts }: Row): TreatmentTemplate => ({
  // Templates of before that was asked have no such member.
  ...{ ...facts, recordFirst: false },
  ...(fromJsonColumn(template) as TemplateDraft),
});

/** Templates of some services. */
export async function templatesOf(
  reader: Reader,
  serviceIds: readonly string[],
): Promise<TreatmentTemplate[]> {
  if (serviceIds.length === 0) return [];
  const sql = `${SELECT} WHERE t.service_id IN (${placeholders(serviceIds)})`;
  return (await reader.rows<Row>(sql, serviceIds)).map(toTemplate);
}

export async function lockTemplate(
  tx: Tx,
  serviceId: string,
): Promise<TreatmentTemplate | undefined> {
  const row = await tx.row<Row>(`${SELECT} WHERE t.service_id = ? FOR UPDATE`, [serviceId]);
  return row && toTemplate(row);
}

export async function putTemplate(tx: Tx, template: TreatmentTemplate): Promise<void> {
  const { serviceId, version, byName, updatedAt, ...draft } = template;
  const json = JSON.stringify(draft);
  await tx.run(
    `INSERT INTO treatment_template (service_id, version, template, by_name, updated_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE version = ?, template = ?, by_name = ?, updated_at = ?`,
    [serviceId, version, json, byName, updatedAt, version, json, byName, updatedAt],
  );
}
