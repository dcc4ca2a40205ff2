import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { newMerchant, type Merchant } from './merchant.js';

const FILE = path.join('wechat-sandbox', 'merchant.json');

/** The merchant that lives in a data folder; made at the first call. `mchid` wins over the kept one. */
export function keptMerchant(dataFolder: string, mchid?: string): Merchant {
  const file = path.join(dataFolder, FILE);
  const kept = read(file) ?? newMerchant(mchid);
  const merchant = mchid === undefined ? kept : { ...kept, mchid };
  keepMerchant(dataFolder, merchant);
  return merchant;
}

/** Writes it whole or not at all, readable for its owner only. */
export function keepMerchant(dataFolder: string, merchant: Merchant): void {
  const file = path.join(dataFolder, FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${String(process.pid)}`;
  writeFileSync(half, `${JSON.stringify(merchant, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}

function read(file: string): Merchant | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Merchant;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
