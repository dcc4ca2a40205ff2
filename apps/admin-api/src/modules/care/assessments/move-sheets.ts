import { Injectable } from '@nestjs/common';
import { heldRows, listIn, type Held, type Moved } from '../../../platform/client-data/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { CarePart } from '../move-care.js';
import { CareSheets } from './data/sheets.js';

/** When two files become one, its sheets are opened under the one key and sealed under the other. */
@Injectable()
export class MoveSheets implements CarePart {
  readonly name = 'sheets';

  constructor(private readonly sheets: CareSheets) {}

  async moveClient(tx: Tx, from: string, to: string): Promise<Moved> {
    const sheets = await this.sheets.give(tx, from, to);
    return { sheets, drafts: await this.sheets.giveDrafts(tx, from, to) };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    await this.sheets.give(tx, to, from, listIn(moved, 'sheets').map(String));
    await this.sheets.giveDrafts(tx, to, from, listIn(moved, 'drafts').map(String));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '评估和配方', 'care_sheet', customerId)];
  }
}
