import { Injectable } from '@nestjs/common';
import { BlindIndex, PlatformCipher } from '../../../platform/crypto/index.js';
import type { Cell } from './reading/cells.js';
import type { CellFault } from './rules/read-row.js';

/** What of an import is sealed, and how it is read again. Bound to its import and row. */
@Injectable()
export class ImportSeals {
  constructor(
    private readonly cipher: PlatformCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  text(importId: string, what: 'file-name' | 'undo-reason', text: string): Buffer {
    return this.cipher.encrypt(['client-import', importId, what], text);
  }

  readText(
    importId: string,
    what: 'file-name' | 'undo-reason',
    sealed: Buffer | null,
  ): string | null {
    return sealed && this.cipher.decrypt(['client-import', importId, what], sealed);
  }

  part(importId: string, seq: number, content: Buffer): Buffer {
    const context = ['client-import-part', importId, String(seq)];
    return this.cipher.encrypt(context, content.toString('base64'));
  }

  readPart(importId: string, seq: number, sealed: Buffer): Buffer {
    const context = ['client-import-part', importId, String(seq)];
    return Buffer.from(this.cipher.decrypt(context, sealed), 'base64');
  }

  headings(importId: string, headings: readonly string[]): Buffer {
    return this.cipher.encrypt(['client-import', importId, 'headings'], JSON.stringify(headings));
  }

  readHeadings(importId: string, sealed: Buffer | null): string[] {
    if (!sealed) return [];
    return JSON.parse(
      this.cipher.decrypt(['client-import', importId, 'headings'], sealed),
    ) as string[];
  }

  cells(importId: string, no: number, cells: readonly Cell[]): Buffer {
    return this.#row(importId, no, 'cells', cells);
  }

  readCells(importId: string, no: number, sealed: Buffer | null): Cell[] {
    return this.#readRow<Cell[]>(importId, no, 'cells', sealed) ?? [];
  }

  faults(importId: string, no: number, faults: readonly CellFault[]): Buffer | null {
    return faults.length === 0 ? null : this.#row(importId, no, 'faults', faults);
  }

  readFaults(importId: string, no: number, sealed: Buffer | null): CellFault[] {
    return this.#readRow<CellFault[]>(importId, no, 'faults', sealed) ?? [];
  }

  before(importId: string, no: number, before: object): Buffer {
    return this.#row(importId, no, 'before', before);
  }

  readBefore<T>(importId: string, no: number, sealed: Buffer | null): T | null {
    return this.#readRow<T>(importId, no, 'before', sealed);
  }

  /** By which the same file is found again, and says nothing of what it holds. */
  fileHash(content: Buffer): Buffer {
    return this.blindIndex.of('client-import-file', content.toString('base64'));
  }

  /** By which the same headings are found again. */
  headingsHash(key: string): Buffer {
    return this.blindIndex.of('client-import-headings', key);
  }

  #row(importId: string, no: number, what: string, value: object): Buffer {
    return this.cipher.encrypt(
      ['client-import-row', importId, String(no), what],
      JSON.stringify(value),
    );
  }

  #readRow<T>(importId: string, no: number, what: string, sealed: Buffer | null): T | null {
    if (!sealed) return null;
    const context = ['client-import-row', importId, String(no), what];
    return JSON.parse(this.cipher.decrypt(context, sealed)) as T;
  }
}
