import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { FileCareRepository } from './data/file-care-repository.js';
import { filePolicy } from './data/file-policy.js';

const MINUTE_MS = 60_000;
const PER_ROUND = 100;

/** Keeps what is known of how complete each file is: with every write, and for all files when the policy changed. */
@Injectable()
export class KeepCompleteness implements OnModuleInit {
  constructor(
    private readonly care: FileCareRepository,
    private readonly sweeps: Sweeps,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      ...{ name: 'client-files.reckon', everyMs: MINUTE_MS },
      run: (signal) => this.reckonOlder(signal),
    });
  }

  /** Last in whatever changed a file, which is locked. */
  async execute(tx: Tx, ...customerIds: readonly string[]): Promise<void> {
    const policy = await filePolicy(tx);
    for (const id of customerIds) await this.care.reckon(tx, id, policy);
  }

  /** All files that were reckoned under an older policy, or never. May be broken off and begun again. */
  async reckonOlder(signal?: AbortSignal): Promise<void> {
    const policy = await filePolicy(this.database);
    for (let all = false; !all && signal?.aborted !== true;)
      ({ all } = await this.unitOfWork.run((tx) => this.care.reckonOlder(tx, policy)));
    for (let found = PER_ROUND; found === PER_ROUND && signal?.aborted !== true;)
      found = await this.unitOfWork.run(async (tx) => {
        const ids = await this.care.lockUnreckoned(tx, PER_ROUND);
        for (const id of ids) await this.care.reckon(tx, id, policy);
        return ids.length;
      });
  }
}
