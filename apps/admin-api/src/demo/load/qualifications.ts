import { Injectable } from '@nestjs/common';
import { KeepQualifications } from '../../modules/staff/index.js';
import { addDays } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PEOPLE } from '../content/staff.js';
import { idOf, type House } from './house.js';
import { managerOf } from './staff-of.js';

const TREATING = ['therapist', 'stylist', 'colourist', 'assistant'];
/** Hers is looked at again in three days: it ends soon. */
const ENDS_SOON = '何雨薇';
const SOON_DAYS = 20;
/** The others' end one after the other, from half a year ahead on. */
const FIRST_DAYS = 180;
const STEP_DAYS = 9;

/** Records the health certificates of those who treat; one store books nobody without. */
@Injectable()
export class QualificationLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keep: KeepQualifications,
  ) {}

  async load(house: House, today: string): Promise<void> {
    const by = managerOf(house, 'binjiang');
    const treating = PEOPLE.filter(({ position }) => TREATING.includes(position));
    await this.unitOfWork.run(async (tx) => {
      for (const [at, { name }] of treating.entries()) {
        const days = name === ENDS_SOON ? SOON_DAYS : FIRST_DAYS + at * STEP_DAYS;
        const number = `沪健A2026${String(3_001 + at * 17).padStart(6, '0')}`;
        const draft = { number, validUntil: addDays(today, days), version: 0 };
        await this.keep.certificate(tx, by, idOf(house.people, name), draft);
      }
      await this.keep.rule(tx, by, house.stores.binjiang, true);
    });
  }
}
