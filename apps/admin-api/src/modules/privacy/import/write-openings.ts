import { Injectable } from '@nestjs/common';
import { ImportOpeningBalances, NothingImported, openingTopUps } from '../../membership/index.js';
import { permissionsOf, type StaffPrincipal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import type { ClientImport } from './data/imports.js';
import { faultOfOpening, type Opening } from './rules/openings.js';
import { RowRefused } from './row-refused.js';

/** What a row brings along, for a client who has a file by now. */
export interface OpeningOfRow {
  readonly no: number;
  readonly memberNo: string;
  readonly opening: Opening;
}

/** Who answers for what an import writes: whoever set it going. */
export const answerableFor = (one: ClientImport): StaffPrincipal => ({
  ...{ kind: 'staff', staffId: one.createdBy, name: one.createdByName, roles: [] },
  ...{ storeIds: [one.storeId], permissions: permissionsOf([]), sessionId: '' },
});

/** Brings the balances of some rows along, through the ledger, in the transaction that opens their files. */
@Injectable()
export class WriteOpenings {
  constructor(private readonly balances: ImportOpeningBalances) {}

  /**
   * @returns the entry in her wallet by the number of the row
   * @throws RowRefused also for what could be right but is above the cap or there twice: a person looks at those
   */
  async execute(
    tx: Tx,
    one: ClientImport,
    rows: readonly OpeningOfRow[],
  ): Promise<ReadonlyMap<number, string>> {
    const [first] = rows;
    const { openingProtocolNo: protocolNo, openingEverywhere } = one;
    if (!first || protocolNo === null) return new Map();
    try {
      const { batchId } = await this.balances.execute(tx, answerableFor(one), {
        storeId: one.storeId,
        // A part of the protocol by its first row: each is brought once, whoever was killed in between.
        protocolNo: `${protocolNo}/${first.no}`,
        validEverywhere: openingEverywhere ?? false,
        rows: rows.map(({ memberNo, opening }) => ({ memberNo, ...opening })),
      });
      const topUps = await openingTopUps(tx, batchId ?? '');
      return new Map(rows.flatMap(({ no }, at) => pair(no, topUps.get(at + 1))));
    } catch (error) {
      if (error instanceof Refusal)
        throw new RowRefused(first.no, faultOfOpening(one.mapping ?? {}, undefined));
      if (!(error instanceof NothingImported)) throw error;
      const [fault] = [...error.look.faults, ...error.look.warnings];
      const row = rows[(fault?.row ?? 1) - 1] ?? first;
      throw new RowRefused(row.no, faultOfOpening(one.mapping ?? {}, fault));
    }
  }
}

const pair = (no: number, id: string | undefined): [number, string][] =>
  id === undefined ? [] : [[no, id]];
