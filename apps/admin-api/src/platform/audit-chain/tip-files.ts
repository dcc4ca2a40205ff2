import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import type { Link } from './chain-rows.js';

const FILE = /^audit-tips-\d{4}-\d{2}\.ndjson$/;
const LINE = /^\{"seq":(\d{1,15}),"hash":"([0-9a-f]{64})"\}$/;

/** What one line of a file claims; `tip` is missing where the line is not one of ours. */
export interface TipLine {
  readonly file: string;
  readonly lineNo: number;
  readonly tip?: { readonly seq: number; readonly hash: string };
}

/**
 * How far the chain had come after each run, outside the database: one file a month beside the seals of the ledger. Who
 * takes away the end of log and chain alike is found out by it. Each machine keeps what it linked itself.
 */
@Injectable()
export class TipFiles {
  readonly #folder: string;

  constructor(config: Config) {
    this.#folder = path.join(config.sealFolder, 'audit');
  }

  /** The line is on disk before this ends. */
  async append(at: Date, { seq, hash }: Link): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const name = `audit-tips-${at.toISOString().slice(0, 7)}.ndjson`;
    const file = await open(path.join(this.#folder, name), 'a', 0o600);
    try {
      await file.write(`${JSON.stringify({ seq, hash: hash.toString('hex') })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Every line, oldest file first. */
  async *lines(): AsyncGenerator<TipLine> {
    for (const file of await this.#files()) {
      let lineNo = 0;
      const input = createReadStream(path.join(this.#folder, file), 'utf8');
      for await (const text of createInterface({ input, crlfDelay: Infinity })) {
        lineNo += 1;
        const [, seq, hash] = LINE.exec(text) ?? [];
        const tip = seq === undefined || hash === undefined ? {} : { tip: { seq: +seq, hash } };
        yield { file, lineNo, ...tip };
      }
    }
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
