import { Injectable } from '@nestjs/common';
import {
  CheckImport,
  ImportJob,
  OpenImport,
  ReadImport,
  StartImport,
  guessMapping,
  type ImportField,
} from '../../modules/privacy/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { NEWER_CLIENTS, OLD_CLIENTS } from '../content/old-clients.js';
import type { House } from './house.js';
import { managerOf } from './staff-of.js';

const DAY_MS = 86_400_000;
const DONE_DAYS_AGO = 12;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** Two files from the system that the salon had before: one is in, one waits for its last look. */
@Injectable()
export class ImportLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly open: OpenImport,
    private readonly read: ReadImport,
    private readonly check: CheckImport,
    private readonly start: StartImport,
    private readonly job: ImportJob,
  ) {}

  async load({ house, clock, now }: World): Promise<void> {
    const manager = managerOf(house, 'wukang');
    const storeId = house.stores.wukang;
    await clock.at(new Date(now.getTime() - DONE_DAYS_AGO * DAY_MS), async () => {
      const id = await this.#checked(manager, storeId, '老系统顾客表.csv', OLD_CLIENTS);
      await this.unitOfWork.run((tx) => this.start.run(tx, manager, id));
      await this.job.work(id);
    });
    await this.#checked(manager, storeId, '朋友店转来的顾客.csv', NEWER_CLIENTS);
  }

  async #checked(
    manager: StaffPrincipal,
    storeId: string,
    fileName: string,
    text: string,
  ): Promise<string> {
    const content = Buffer.from(text);
    const { id } = await this.unitOfWork.run((tx) =>
      this.open.execute(tx, manager, { storeId, fileName, bytes: content.length }),
    );
    await this.open.keep(manager, id, 0, content);
    await this.read.execute(manager, id);
    await this.check.execute(manager, id, { columns: columnsOf(text), onDuplicate: 'skip' });
    return id;
  }
}

/** What the console would propose for the headings. */
function columnsOf(text: string): { column: number; field: ImportField }[] {
  const headings =
    text
      .split('\n')
      .find((line) => line.startsWith('姓名'))
      ?.split(',') ?? [];
  const mapping = Object.entries(guessMapping(headings));
  return mapping.map(([column, field]) => ({ column: Number(column), field }));
}
