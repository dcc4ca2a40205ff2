import { Injectable, type OnModuleInit } from '@nestjs/common';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import { NumberFinders, type NumberFinder } from '../number-finders.js';
import { OWN_NO } from '../rules/client-details.js';

/** Whose the salon's own numbers are; the search box finds a client by hers in small or capital letters. */
@Injectable()
export class OwnNumbers implements NumberFinder, OnModuleInit {
  readonly name = 'own-number';

  constructor(private readonly finders: NumberFinders) {}

  onModuleInit(): void {
    this.finders.register(this);
  }

  /** Ids of files by these numbers, those that were joined to another too; numbers that nobody has are left out. */
  async holders(reader: Reader, ownNos: readonly string[]): Promise<Map<string, string>> {
    if (ownNos.length === 0) return new Map();
    const rows = await reader.rows<{ id: string; ownNo: string }>(
      `SELECT id, own_no AS ownNo FROM customer WHERE own_no IN (${placeholders(ownNos)})`,
      ownNos,
    );
    return new Map(rows.map(({ id, ownNo }) => [ownNo, id]));
  }

  async find(reader: Reader, number: string): Promise<string[]> {
    if (!OWN_NO.test(number)) return [];
    // The number of a file that was joined to another finds the file that goes on.
    const rows = await reader.rows<{ id: string }>(
      'SELECT COALESCE(merged_into, id) AS id FROM customer WHERE own_no IN (?, ?, ?)',
      [number, number.toUpperCase(), number.toLowerCase()],
    );
    return rows.map(({ id }) => id);
  }
}
