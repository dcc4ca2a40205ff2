import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { sealLine, type Seal } from './rules/seal.js';

/** The month in which its stretch ends. */
const fileOf = (seal: Seal): string => `ledger-seals-${seal.to.toISOString().slice(0, 7)}.ndjson`;
const FILE = /^ledger-seals-\d{4}-\d{2}\.ndjson$/;

/** A line of an exported file, as it stands there. */
export interface ExportedLine {
  readonly file: string;
  readonly lineNo: number;
  readonly text: string;
}

/** The seals outside the database: one file a month, one line a seal, only ever added to. */
@Injectable()
export class SealFiles {
  readonly #folder: string;

  constructor(config: Config) {
    this.#folder = config.sealFolder;
  }

  /** Writes to disk what the files do not have yet; `seals` are in order. Each file is on disk before this ends. */
  async append(seals: readonly Seal[]): Promise<void> {
    if (seals.length === 0) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const seal of seals) {
      const file = await open(path.join(this.#folder, fileOf(seal)), 'a', 0o600);
      try {
        await file.write(`${sealLine(seal)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    }
  }

  /** Every line, oldest file first. */
  async *lines(): AsyncGenerator<ExportedLine> {
    for (const file of await this.#files()) yield* this.#linesOf(file);
  }

  /** What the files hold under the numbers of these seals; a number that is not there is left out. */
  async linesFor(seals: readonly Seal[]): Promise<ReadonlyMap<number, string>> {
    const wanted = new Set(seals.map(({ no }) => no));
    const months = new Set(seals.map(fileOf));
    const found = new Map<number, string>();
    for (const file of (await this.#files()).filter((name) => months.has(name)))
      for await (const { text } of this.#linesOf(file)) {
        const no = sealNoOf(text);
        if (no !== undefined && wanted.has(no) && !found.has(no)) found.set(no, text);
      }
    return found;
  }

  async *#linesOf(file: string): AsyncGenerator<ExportedLine> {
    let lineNo = 0;
    const input = createReadStream(path.join(this.#folder, file), 'utf8');
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      lineNo += 1;
      yield { file, lineNo, text };
    }
  }

  /** The number of the newest seal that stands in the files; 0 for none. */
  async lastNo(): Promise<number> {
    let last = 0;
    for await (const { text } of this.lines()) last = Math.max(last, sealNoOf(text) ?? 0);
    return last;
  }

  async #files(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => FILE.test(name)).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** The number that a line claims; undefined where it is not one of ours. */
export function sealNoOf(text: string): number | undefined {
  try {
    const { no } = JSON.parse(text) as { no?: unknown };
    return typeof no === 'number' && Number.isSafeInteger(no) ? no : undefined;
  } catch {
    return undefined;
  }
}
