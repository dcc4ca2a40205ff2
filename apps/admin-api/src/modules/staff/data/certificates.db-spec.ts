import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { setupVersion } from '../../../platform/database/index.js';
import { aSchedule, type TestSchedule } from '../../scheduling/testing/a-schedule.js';
import { saveCertificate } from './certificates.js';
import { membersByIds } from './staff-rows.js';

let given: TestSchedule;
beforeAll(async () => {
  given = await aSchedule(await workerDatabaseUrl());
});
afterAll(() => given.close());

describe('a certificate that is recorded', () => {
  it('is with the person at once and raises the version of the setup, so that every offer knows of it', async () => {
    const { staffId } = await given.aPerson();
    const before = await setupVersion(given.database);
    const certificate = { staffId, numberSealed: Buffer.from('x'), version: 1 };
    const by = { staffId: newId(), at: new Date() };
    await given.unitOfWork.run((tx) =>
      saveCertificate(tx, { ...certificate, validUntil: '2026-12-05' }, by),
    );
    const [person] = await membersByIds(given.database, [staffId]);
    expect(person?.certifiedUntil).toBe('2026-12-05');
    expect(await setupVersion(given.database)).toBeGreaterThan(before);
  });
});
