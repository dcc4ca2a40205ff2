import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepMerchant, newMerchant, type Merchant } from '@yance/wechat-sandbox';
import { onceARun } from './database/once-a-run.js';

/** The merchant of all sandboxes of a run: keys take a second to make. */
export const aMerchant = (): Promise<Merchant> => onceARun('merchant', () => newMerchant());

/** A data folder for one sandbox of its own process, with the merchant of the run in it. */
export async function aSandboxFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-sandbox-'));
  keepMerchant(folder, await aMerchant());
  return folder;
}
