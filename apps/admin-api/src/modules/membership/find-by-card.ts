import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NumberFinders, type NumberFinder } from '../customers/index.js';
import type { Reader } from '../../platform/database/index.js';

const CARD_NO = /^\d{1,12}$/;

/** The number of a wallet's card finds its client, with or without the zeros that are printed before it. */
@Injectable()
export class FindByCard implements NumberFinder, OnModuleInit {
  readonly name = 'card';

  constructor(private readonly finders: NumberFinders) {}

  onModuleInit(): void {
    this.finders.register(this);
  }

  async find(reader: Reader, digits: string): Promise<string[]> {
    if (!CARD_NO.test(digits)) return [];
    // The card of a file that was joined to another finds the file that goes on.
    const rows = await reader.rows<{ id: string }>(
      `SELECT COALESCE(c.merged_into, c.id) AS id FROM wallet w JOIN customer c ON c.id = w.customer_id
       WHERE w.card_no = ? AND c.state <> 'withdrawn'`,
      [Number(digits)],
    );
    return rows.map(({ id }) => id);
  }
}
