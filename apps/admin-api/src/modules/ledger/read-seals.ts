import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { sealsBefore } from './data/seals.js';
import { NO_HASH } from './rules/canonical.js';
import { sealHash, sealLine, type Seal } from './rules/seal.js';
import { SealFiles } from './seal-files.js';
import { SealKeys } from './seal-keys.js';

/** What stands in the exported files for a seal. */
export type ExportState = 'found' | 'missing' | 'different';

/** A seal with what can be said of it without walking the entries that it covers. */
export interface SeenSeal {
  readonly seal: Seal;
  /** What it claims was signed by a key that we know. */
  readonly signatureOk: boolean;
  /** It stands on the seal before it. */
  readonly chained: boolean;
  readonly exported: ExportState;
}

export interface SealPage {
  readonly items: readonly SeenSeal[];
  /** The number below which the next page begins. */
  readonly next?: number;
}

const PAGE = 20;

/** Reads seals for screens; whether the entries below them are still the same is what `verify` tells. */
@Injectable()
export class ReadSeals {
  constructor(
    private readonly database: Database,
    private readonly keys: SealKeys,
    private readonly files: SealFiles,
  ) {}

  /** Newest first. @param before only seals with a lower number */
  async page(before: number | undefined): Promise<SealPage> {
    const found = await sealsBefore(this.database, before, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const lines = await this.files.linesFor(shown);
    const items = shown.map((seal, at) => ({
      seal,
      signatureOk: this.keys.byId(seal.keyId)?.signed(sealHash(seal), seal.signature) ?? false,
      chained: seal.prevHash.equals(found[at + 1]?.hash ?? NO_HASH),
      exported: exportState(seal, lines.get(seal.no)),
    }));
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, next: last.no } : { items };
  }
}

function exportState(seal: Seal, line: string | undefined): ExportState {
  if (line === undefined) return 'missing';
  return line === sealLine(seal) ? 'found' : 'different';
}
