import { groupBy } from '../../../platform/collections/index.js';
import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import type { DutyHours, MinuteStretch } from '../rules/index.js';

/** Colours a template may have; the console knows their tones. */
export const TEMPLATE_COLOURS = ['brand', 'leaf', 'amber', 'ink'] as const;
export type TemplateColour = (typeof TEMPLATE_COLOURS)[number];

/** What somebody may write of a template. */
export interface TemplateDraft extends DutyHours {
  readonly name: string;
  readonly colour: TemplateColour;
}

/** Hours that a store gives a name, such as 早班. */
export interface ShiftTemplate extends TemplateDraft {
  readonly id: string;
  readonly storeId: string;
  /** A retired one is not offered any more; shifts that were made of it keep its name. */
  readonly state: 'active' | 'retired';
  /** Grows by one with every change. */
  readonly version: number;
}

const SELECT = `SELECT id, store_id AS storeId, name, colour, start_minute AS startMinute, end_minute AS endMinute,
                  state, version FROM shift_template`;

async function withBreaks(
  reader: Reader,
  rows: readonly Omit<ShiftTemplate, 'breaks'>[],
): Promise<ShiftTemplate[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sql = `SELECT template_id AS templateId, start_minute AS startMinute, end_minute AS endMinute
               FROM shift_template_break WHERE template_id IN (${placeholders(ids)}) ORDER BY start_minute`;
  const breaks = groupBy(
    await reader.rows<MinuteStretch & { templateId: string }>(sql, ids),
    ({ templateId }) => templateId,
  );
  return rows.map((row) => ({
    ...row,
    breaks: (breaks.get(row.id) ?? []).map(({ startMinute, endMinute }) => ({
      ...{ startMinute, endMinute },
    })),
  }));
}

/** A store's templates, retired ones too, by when they begin. */
export async function templatesOfStore(reader: Reader, storeId: string): Promise<ShiftTemplate[]> {
  const sql = `${SELECT} WHERE store_id = ? ORDER BY start_minute, end_minute, id`;
  return withBreaks(reader, await reader.rows<Omit<ShiftTemplate, 'breaks'>>(sql, [storeId]));
}

/** Locks one template of some stores; undefined when it is not there. */
export async function lockTemplate(
  tx: Tx,
  id: string,
  storeIds: readonly string[],
): Promise<ShiftTemplate | undefined> {
  if (storeIds.length === 0) return undefined;
  const sql = `${SELECT} WHERE id = ? AND store_id IN (${placeholders(storeIds)}) FOR UPDATE`;
  const rows = await tx.rows<Omit<ShiftTemplate, 'breaks'>>(sql, [id, ...storeIds]);
  return (await withBreaks(tx, rows))[0];
}

async function insertBreaks(tx: Tx, { id, breaks }: ShiftTemplate): Promise<void> {
  if (breaks.length === 0) return;
  const columns = ['template_id', 'start_minute', 'end_minute'];
  const rows = breaks.flatMap(({ startMinute, endMinute }) => [id, startMinute, endMinute]);
  await tx.run(insertSql('shift_template_break', columns, breaks.length), rows);
}

export async function insertTemplate(tx: Tx, template: ShiftTemplate): Promise<void> {
  const columns = [
    ...['id', 'store_id', 'name', 'colour', 'start_minute', 'end_minute', 'state', 'version'],
  ];
  const { id, storeId, name, colour, startMinute, endMinute, state, version } = template;
  await tx.run(insertSql('shift_template', columns, 1), [
    ...[id, storeId, name, colour, startMinute, endMinute, state, version],
  ]);
  await insertBreaks(tx, template);
}

/** Writes all of a template that the caller has locked. */
export async function updateTemplate(tx: Tx, template: ShiftTemplate): Promise<void> {
  const { id, name, colour, startMinute, endMinute, state, version } = template;
  await tx.run(
    `UPDATE shift_template SET name = ?, colour = ?, start_minute = ?, end_minute = ?, state = ?, version = ?
     WHERE id = ?`,
    [name, colour, startMinute, endMinute, state, version, id],
  );
  await tx.run('DELETE FROM shift_template_break WHERE template_id = ?', [id]);
  await insertBreaks(tx, template);
}
