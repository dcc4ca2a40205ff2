import { Injectable } from '@nestjs/common';
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
 * never been, one that was added to is put back as it was.
 */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly keys: SubjectKeys,
  ) {}

  /** Locks files and says which of them something hangs on; nobody hangs anything on the others until this is over. */
  async inUse(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    await this.customers.lock(tx, ids);
    return inUse(tx, await clientColumns(tx), ids);
  }

  /** Deletes a file. @param used of `inUse`, asked in the same transaction */
  async remove(tx: Tx, written: WrittenFile, used: ReadonlySet<string>): Promise<Withdrawal> {
    const { id } = written;
    if (!(await this.#isUntouched(tx, written))) return 'changed';
    if (used.has(id)) return 'in_use';
    await forgetSince(tx, id, FROM_THE_BEGINNING);
    await tx.run('DELETE FROM customer_search_term WHERE customer_id = ?', [id]);
    await tx.run('DELETE FROM customer_phone WHERE customer_id = ?', [id]);
    await tx.run('DELETE FROM customer_number WHERE customer_id = ?', [id]);
    await tx.run('DELETE FROM customer WHERE id = ?', [id]);
    await this.keys.destroy(tx, id);
    return 'done';
  }

  /** Puts a file back that was added to. @param version as the addition left it */
  async putBack(tx: Tx, id: string, version: number, before: FileBefore): Promise<Withdrawal> {
    const file = (await this.customers.lock(tx, [id])).get(id);
    if (file?.state !== 'active' || file.version !== version) return 'changed';
    if (await peopleWroteSince(tx, id, before)) return 'changed';
    if (before.addedPhoneId !== null) await this.phones.remove(tx, id, before.addedPhoneId);
    await putBack(tx, id, before);
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
