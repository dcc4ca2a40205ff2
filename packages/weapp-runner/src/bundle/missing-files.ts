import path from 'node:path';
import { pagesOf, type Bundle } from './read-bundle.js';

/** `@import "./a.wxss";`, with or without url(): the second group is what it names. */
export const STYLE_IMPORT = /@import\s+(url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?\s*;?/g;

interface Settings {
  usingComponents?: Record<string, string>;
  tabBar?: { list?: readonly { pagePath: string }[] };
}

/** Everything that a bundle names and does not hold: WeChat refuses to upload or to open such a bundle. */
export function missingFiles(bundle: Bundle): string[] {
  return [
    ...missingPages(bundle),
    ...strayTabs(bundle),
    ...missingComponents(bundle),
    ...missingStyles(bundle),
  ];
}

/** A name in a file as a path from the bundle's root; a leading slash starts there. */
export function resolveName(from: string, named: string): string {
  if (named.startsWith('/')) return named.slice(1);
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), named));
}

function missingPages({ config, files }: Bundle): string[] {
  return pagesOf(config).flatMap((page) =>
    ['js', 'wxml']
      .filter((kind) => files[`${page}.${kind}`] === undefined)
      .map((kind) => `app.json: page "${page}" has no ${page}.${kind}`),
  );
}

/** Tabs lie in the main package, so `pages` has to name them. */
function strayTabs({ config, files }: Bundle): string[] {
  const tabs = settingsOf(files['app.json']).tabBar?.list ?? [];
  return tabs
    .filter(({ pagePath }) => !config.pages.includes(pagePath))
    .map(({ pagePath }) => `app.json: tabBar page "${pagePath}" is not in pages`);
}

function missingComponents({ files }: Bundle): string[] {
  const configs = Object.keys(files).filter((name) => isSettings(files, name));
  return configs.flatMap((name) =>
    Object.values(settingsOf(files[name]).usingComponents ?? {})
      .filter((used) => !used.includes('://'))
      .map((used) => resolveName(name, used))
      .filter((used) => !(`${used}.js` in files && `${used}.wxml` in files))
      .map((used) => `${name}: component "${used}" is not found`),
  );
}

/** Settings of the app, a page or a component: other JSON files mean nothing to WeChat. */
function isSettings(files: Bundle['files'], name: string): boolean {
  return name === 'app.json' || (name.endsWith('.json') && name.replace(/json$/, 'wxml') in files);
}

function missingStyles({ files }: Bundle): string[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.wxss'))
    .flatMap(([name, text]) =>
      [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(STYLE_IMPORT)]
        .map(([, , named = '']) => resolveName(name, named))
        .filter((named) => files[named] === undefined)
        .map((named) => `${name}: @import of "${named}", which is not there`),
    );
}

const settingsOf = (text: string | undefined): Settings => JSON.parse(text ?? '{}') as Settings;
