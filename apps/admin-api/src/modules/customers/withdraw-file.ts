import { Injectable } from '@nestjs/common';
import { ClientDataHandlers } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import { SubjectKeys } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { clientColumns, inUse } from './data/client-tables.js';
import { CustomerRepository } from './data/customer-repository.js';
import {
  FROM_THE_BEGINNING,
  forgetSince,
  peopleWroteSince,
  putBack,
  type FileBefore,
} from './data/file-before.js';
import { PhoneRepository } from './data/phone-repository.js';
import { SearchLines } from './data/search-lines.js';
import { KeepCompleteness } from './keep-completeness.js';

/** What became of taking a file back: done, or why it was left as it is. */
export type Withdrawal = 'done' | 'changed' | 'in_use';

/** A file as whoever wrote it left it. */
export interface WrittenFile {
  readonly id: string;
  readonly version: number;
  /** How many phones it was written with. */
  readonly phones: number;
}

/**
 * Takes back what an import wrote, as long as nobody has worked with it: a file that was opened is gone as if it had
 * never been, but for a nameless owner where the books need one; one that was added to is put back as it was.
 */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly lines: SearchLines,
    private readonly keys: SubjectKeys,
    private readonly completeness: KeepCompleteness,
    private readonly handlers: ClientDataHandlers,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks files and says which of them something hangs on; nobody hangs anything on the others until this is over. What
   * modules make of every file by themselves is nothing.
   * @param but tables of which the caller knows what hangs there
   */
  async inUse(
    tx: Tx,
    ids: readonly string[],
    but: readonly string[] = [],
  ): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    await this.customers.lock(tx, ids);
    const apart = new Set([...this.handlers.made(), ...but]);
    const columns = await clientColumns(tx);
    return inUse(
      tx,
      columns.filter(({ table }) => !apart.has(table)),
      ids,
    );
  }

  /** Deletes a file. @param used of `inUse`, asked in the same transaction */
  async remove(tx: Tx, written: WrittenFile, used: ReadonlySet<string>): Promise<Withdrawal> {
    const { id } = written;
    if (!(await this.#isUntouched(tx, written))) return 'changed';
    if (used.has(id)) return 'in_use';
    await this.#empty(tx, id);
    await tx.run('DELETE FROM customer_number WHERE customer_id = ?', [id]);
    await tx.run('DELETE FROM customer WHERE id = ?', [id]);
    return 'done';
  }

  /**
   * Takes away a file whose owner the books name: a row without a name is left for their entries to point to.
   * @param used of `inUse`, asked in the same transaction
   */
  async close(tx: Tx, written: WrittenFile, used: ReadonlySet<string>): Promise<Withdrawal> {
    const { id } = written;
    if (!(await this.#isUntouched(tx, written))) return 'changed';
    if (used.has(id)) return 'in_use';
    await this.#empty(tx, id);
    await this.customers.withdraw(tx, id, this.clock.now());
    return 'done';
  }

  /** All that is known of her goes; what lies sealed under her key elsewhere nobody reads again. */
  async #empty(tx: Tx, id: string): Promise<void> {
    await this.handlers.forgetMade(tx, id);
    await forgetSince(tx, id, FROM_THE_BEGINNING);
    await this.lines.forget(tx, id);
    await tx.run('DELETE FROM customer_phone WHERE customer_id = ?', [id]);
    await this.keys.destroy(tx, id);
  }

  /** Puts a file back that was added to. @param version as the addition left it */
  async putBack(tx: Tx, id: string, version: number, before: FileBefore): Promise<Withdrawal> {
    const file = (await this.customers.lock(tx, [id])).get(id);
    if (file?.state !== 'active' || file.version !== version) return 'changed';
    if (await peopleWroteSince(tx, id, before)) return 'changed';
    if (before.addedPhoneId !== null) await this.phones.remove(tx, id, before.addedPhoneId);
    await putBack(tx, id, before);
    await this.lines.rewrite(tx, id);
    await this.completeness.execute(tx, id);
    return 'done';
  }

  async #isUntouched(tx: Tx, { id, version, phones }: WrittenFile): Promise<boolean> {
    const file = (await this.customers.lock(tx, [id])).get(id);
    if (file?.state !== 'active' || file.version !== version) return false;
    if (await peopleWroteSince(tx, id, FROM_THE_BEGINNING)) return false;
    const row = await tx.row<{ n: unknown }>(
      'SELECT COUNT(*) AS n FROM customer_phone WHERE customer_id = ?',
      [id],
    );
    return Number(row?.n) === phones;
  }
}
