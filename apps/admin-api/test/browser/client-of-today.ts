import { randomInt } from 'node:crypto';
import type { CareStaff } from '../support/care-staff.js';
import { Phone } from './phone.js';
import type { Stage } from './stage.js';

/** A client whose phone knows her file, and the service that plans are made of. */
export async function aKnownClient(stage: Stage, staff: CareStaff) {
  const phone = await Phone.open(stage);
  const name = `顾安 ${randomInt(10_000)}`;
  const file = { name, phone: phone.number, birthday: '1990-05-12' };
  const { id } = await staff.ask<{ id: string }>('desk', '/staff/clients', file);
  await phone.bindNumber(stage.system);
  const { id: serviceId } = await staff.service();
  return { phone, id, serviceId };
}

/** A client whose phone knows her file and who agreed to what is kept of her health, with a visit today. */
export async function aClientOfToday(stage: Stage, staff: CareStaff) {
  const { phone, id, serviceId } = await aKnownClient(stage, staff);
  await staff.agrees(id);
  return { phone, id, visit: await staff.visitOfToday(id, serviceId) };
}
