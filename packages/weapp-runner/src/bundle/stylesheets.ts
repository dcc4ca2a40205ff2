import { resolveName, STYLE_IMPORT } from './missing-files.js';
import { pagesOf, type Bundle } from './read-bundle.js';
import type { RuntimePlan } from '../protocol.js';

/** WXSS as CSS: imports are put in place, 750 rpx are the width of the screen. */
export function stylesheets(bundle: Bundle): RuntimePlan['styles'] {
  const pages = pagesOf(bundle.config).map((page) => [page, cssOf(bundle, `${page}.wxss`)]);
  return {
    app: cssOf(bundle, 'app.wxss'),
    pages: Object.fromEntries(pages) as Record<string, string>,
  };
}

function cssOf(bundle: Bundle, file: string, seen: ReadonlySet<string> = new Set()): string {
  const text = bundle.files[file];
  if (text === undefined || seen.has(file)) return '';
  const within = new Set([...seen, file]);
  return text
    .replace(STYLE_IMPORT, (_, __, named: string) =>
      cssOf(bundle, resolveName(file, named), within),
    )
    .replace(/(-?[\d.]+)rpx\b/g, (_, size: string) => `${+(Number(size) / 7.5).toFixed(4)}vw`);
}
