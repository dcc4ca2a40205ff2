import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The parts of app.json that decide how a bundle is loaded. */
export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** A built mini-program as it lies on disk. */
export interface Bundle {
  readonly folder: string;
  readonly config: AppConfig;
  /** Text files by their path in the bundle, with forward slashes. */
  readonly files: Readonly<Record<string, string>>;
  /** Bytes of every file, pictures too. */
  readonly bytes: Readonly<Record<string, number>>;
}

const TEXT = /\.(js|json|wxml|wxss|wxs)$/;

/**
 * Reads a bundle.
 * @throws Error when the folder holds no app.json with pages
 */
export function readBundle(folder: string): Bundle {
  const files: Record<string, string> = {};
  const bytes: Record<string, number> = {};
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(folder, entry);
    const stat = statSync(full);
    if (!stat.isFile()) continue;
    const name = entry.split(path.sep).join('/');
    bytes[name] = stat.size;
    if (TEXT.test(name)) files[name] = readFileSync(full, 'utf8');
  }
  return { folder, files, bytes, config: configOf(folder, files['app.json']) };
}

interface WrittenConfig {
  pages?: string[];
  subPackages?: AppConfig['subPackages'];
  subpackages?: AppConfig['subPackages'];
}

function configOf(folder: string, text: string | undefined): AppConfig {
  if (text === undefined) throw new Error(`no app.json in ${folder}: not a built mini-program`);
  const written = JSON.parse(text) as WrittenConfig;
  if (!written.pages?.length) throw new Error(`app.json in ${folder} names no pages`);
  return { pages: written.pages, subPackages: written.subPackages ?? written.subpackages ?? [] };
}

/** Bytes of the main package and of each sub-package by its root. WeChat takes 2 MB for each. */
export function packageSizes({ bytes, config }: Bundle): {
  main: number;
  sub: Record<string, number>;
} {
  const sub: Record<string, number> = Object.fromEntries(
    config.subPackages.map((s) => [s.root, 0]),
  );
  let main = 0;
  for (const [file, size] of Object.entries(bytes)) {
    const root = Object.keys(sub).find((one) => file.startsWith(`${one.replace(/\/$/, '')}/`));
    if (root === undefined) main += size;
    else sub[root] = (sub[root] ?? 0) + size;
  }
  return { main, sub };
}

/** Every page of the bundle, those of sub-packages with their root. */
export function pagesOf({ pages, subPackages }: AppConfig): string[] {
  const deeper = subPackages.flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...pages, ...deeper];
}
