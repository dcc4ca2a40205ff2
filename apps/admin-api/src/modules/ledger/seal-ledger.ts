import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Reader } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { addToDaily, insertSeal, lastSeal, sealsAfter, treeOf } from './data/seals.js';
import { NO_HASH } from './rules/canonical.js';
import { sealHash, sealableUntil, worthSealing, type Seal, type SealFacts } from './rules/seal.js';
import { SealFiles } from './seal-files.js';
import { SealKeys } from './seal-keys.js';

const EVERY_MS = 10 * 60_000;
const BATCH = 5_000;
/** Names of such locks are the server's; they end with the connection. */
const LOCK = `LEFT(CONCAT('seals of ', DATABASE()), 64)`;
/** Before any entry. */
const BEGINNING = new Date(0);

/**
 * Closes the books of every whole hour: root, signature and chain into the database and into a file outside it, and the
 * hour's sums into the daily sums of the house. Every midnight ends an hour, so every day ends with a seal. What is
 * missed while nothing runs is sealed by the next run, whatever its length.
 */
@Injectable()
export class SealLedger implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: SealKeys,
    private readonly files: SealFiles,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'seal-ledger',
      everyMs: EVERY_MS,
      run: async () => void (await this.run()),
    });
  }

  /** @returns the new seal; undefined when there was nothing to seal yet */
  async run(): Promise<Seal | undefined> {
    const seal = await this.#next();
    const made = seal && (await this.#store(seal)) ? seal : undefined;
    await this.#export();
    return made;
  }

  async #next(): Promise<Seal | undefined> {
    const last = await lastSeal(this.database);
    const [from, to] = [last?.to ?? BEGINNING, sealableUntil(this.clock.now())];
    if (to <= from) return undefined;
    const tree = await treeOf(this.database, from, to, BATCH);
    const facts: SealFacts = {
      ...{ no: (last?.no ?? 0) + 1, from, to, txCount: tree.count, root: tree.root() },
      ...{ prevHash: last?.hash ?? NO_HASH, keyId: this.keys.current.id },
    };
    if (!worthSealing(facts)) return undefined;
    const hash = sealHash(facts);
    return { ...facts, hash, signature: this.keys.current.sign(hash) };
  }

  /** Seal and sums stand or fall together: what is sealed is in the sums, once. */
  #store(seal: Seal): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await insertSeal(tx, seal))) return false;
      await addToDaily(tx, seal.from, seal.to);
      return true;
    });
  }

  /**
   * What another process sealed, or this one just before it ended, is not in this folder yet. One process at a time, also
   * where one was held up until its sweep became another's: what both write would stand there twice.
   */
  #export(): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const lock = await tx.row<{ taken: unknown }>(`SELECT GET_LOCK(${LOCK}, 0) AS taken`);
      if (Number(lock?.taken) !== 1) return;
      try {
        await this.#write(tx);
      } finally {
        await tx.row(`SELECT RELEASE_LOCK(${LOCK})`);
      }
    });
  }

  /** Harmless when it is repeated: it writes what is not there. */
  async #write(reader: Reader): Promise<void> {
    for (let no = await this.files.lastNo(); ;) {
      const seals = await sealsAfter(reader, no, 500);
      await this.files.append(seals);
      const last = seals.at(-1);
      if (!last) return;
      no = last.no;
    }
  }
}
