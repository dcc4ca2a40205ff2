import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What must never be served, wherever it lies. */
export const PRIVATE = 'planted-private-text';

/** A folder as a build leaves it, with files beside and below it that are nobody's business. */
export interface Site {
  readonly folder: string;
  remove(): Promise<void>;
}

const INDEX = '<!doctype html><script type="module" src="./assets/index-Ab12Cd34.js"></script>';

/** Makes one. `..` of the site holds a private file too. */
export async function aSite(): Promise<Site> {
  const around = await mkdtemp(path.join(tmpdir(), 'yance-site-'));
  const folder = path.join(around, 'dist');
  const files: Record<string, string | Buffer> = {
    'dist/index.html': INDEX,
    'dist/index.html.gz': gzipSync(INDEX),
    'dist/assets/index-Ab12Cd34.js': 'export {};',
    'dist/assets/index-Ab12Cd34.js.map': PRIVATE,
    'dist/assets/plain.js': 'export {};',
    'dist/.env': PRIVATE,
    'dist/.git/config': PRIVATE,
    'dist/.well.known/secret.txt': PRIVATE,
    'private.txt': PRIVATE,
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(around, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return { folder, remove: () => rm(around, { recursive: true }) };
}
