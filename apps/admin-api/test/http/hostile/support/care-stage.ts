import { A_TREATMENT, type CareSalon, type VisitTreatment } from '../../../support/given/care.js';
import type { Right } from './right-values.js';

/** A visit that was served and written down, and one that waits for it. */
export interface GivenCare {
  /** By what stands before the id, and by a call and that where it is another visit there. */
  readonly ids: Readonly<Record<string, string>>;
}

/** @throws Error when the API does not take the record */
export async function givenCare(salon: CareSalon): Promise<GivenCare> {
  const written = await salon.served('18:00');
  const waiting = await salon.served('19:00');
  const path = `/staff/appointments/${written.visitId}/treatment`;
  const done = [{ serviceId: salon.serviceId, parameters: [] }];
  const answer = await salon.post(salon.tokens.manager, path, { ...A_TREATMENT, done });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return {
    ids: {
      treatments: (answer.body as VisitTreatment).recordId ?? '',
      'POST /api/staff/appointments/{id}/treatment appointments': waiting.visitId,
      'PUT /api/staff/appointments/{id}/treatment/draft appointments': waiting.visitId,
      'treatment-templates': salon.serviceId,
    },
  };
}

/** The right values of the members that are about care. */
export function valuesOfCare(serviceId: string): Right {
  const parameters = [{ name: '温度', value: '38', unit: '℃' }];
  const template = 'PUT /api/staff/treatment-templates/{serviceId}';
  return {
    ...A_TREATMENT,
    ...{ done: [{ serviceId, parameters }], revision: 0, nextAfterDays: 28 },
    ...{ recordFirst: true, deviation: '只用在手背，顾客要求试用' },
    [`${template} parameters`]: [{ name: '温度', unit: '℃', usual: '38' }],
    [`${template} products`]: [{ name: '舒缓精华', amount: 2.5, unit: 'ml' }],
    [`${template} version`]: 0,
  };
}
