import type { Bundle } from './read-bundle.js';

const SYNTAX = ['block', 'template', 'import', 'include', 'wxs', 'slot', 'page-meta'];

/** Components that WeChat brings along. */
const BUILT_IN = [
  ...['view', 'text', 'image', 'icon', 'rich-text', 'progress', 'navigator', 'page-container'],
  ...['button', 'checkbox', 'checkbox-group', 'editor', 'editor-portal', 'form', 'input', 'label'],
  ...['picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group', 'slider', 'switch'],
  ...['textarea', 'keyboard-accessory', 'navigation-bar', 'root-portal', 'share-element', 'span'],
  ...['scroll-view', 'swiper', 'swiper-item', 'movable-area', 'movable-view', 'match-media'],
  ...['cover-view', 'cover-image', 'camera', 'video', 'audio', 'live-player', 'live-pusher'],
  ...['map', 'canvas', 'web-view', 'ad', 'ad-custom', 'official-account', 'open-data'],
  ...['functional-page-navigator', 'voip-room', 'channel-live', 'channel-video', 'store-product'],
  ...['sticky-header', 'sticky-section', 'grid-view', 'list-view', 'list-builder', 'selection'],
  ...['draggable-sheet', 'nested-scroll-header', 'nested-scroll-body', 'open-container'],
  ...['snapshot', 'double-tap-gesture-handler', 'official-account-publish', 'store-home'],
  ...['store-coupon', 'refresher', 'inline-payment-panel', 'grid-builder'],
];

const KNOWN = new Set([...SYNTAX, ...BUILT_IN]);

interface UsesComponents {
  usingComponents?: Record<string, string>;
}

/** Tags of a template that neither WeChat nor the page, component or app declares. */
export function unknownTags({ files }: Bundle, file: string, text: string): string[] {
  const declared = ['app.json', file.replace(/wxml$/, 'json')].flatMap((name) => {
    const config = JSON.parse(files[name] ?? '{}') as UsesComponents;
    return Object.keys(config.usingComponents ?? {});
  });
  // A template that others import is drawn with the components of whoever imports it.
  const shared = files[file.replace(/wxml$/, 'js')] === undefined;
  const everybodys = shared ? allDeclared(files) : [];
  const used = text.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<([a-z][\w-]*)/g);
  const tags = new Set([...used].map(([, tag = '']) => tag));
  return [...tags].filter(
    (tag) => !KNOWN.has(tag) && !declared.includes(tag) && !everybodys.includes(tag),
  );
}

function allDeclared(files: Bundle['files']): string[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([, json]) => Object.keys((JSON.parse(json) as UsesComponents).usingComponents ?? {}));
}
