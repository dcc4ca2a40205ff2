import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** A name of the demo, and what salons write in letters on Chinese menus too. */
const NAMES = new Set(['Leon', 'SPA', 'SPF']);

/** What is wrong with a screen, worked out in the page: an empty list when all is well. */
const FAULTS = `(() => {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push('wider than the screen: ' + scrollWidth);
  for (const button of document.querySelectorAll('button, [role="button"]')) {
    const style = getComputedStyle(button);
    const shown = button.checkVisibility() && button.clientWidth > 0;
    if (shown && style.overflowX !== 'visible' && button.scrollWidth > button.clientWidth + 1)
      faults.push('clipped: ' + button.textContent);
  }
  return faults;
})()`;

/** What is read as words; numbers of orders and entries, marked as codes, are letters without being words. */
const WORDS = `(() => {
  const codes = [...document.querySelectorAll('[data-code]')].map((one) => one.innerText)
    .sort((a, b) => b.length - a.length);
  return codes.reduce((text, code) => text.replaceAll(code || '\\u0000', ''), document.body.innerText);
})()`;

/** Nothing hangs over the edge, no button is cut, and every word is Chinese. */
export async function expectSound(page: Page): Promise<void> {
  const words = (await page.evaluate<string>(WORDS)).match(/[A-Za-z]{3,}/g);
  const english = (words ?? []).filter((word) => !NAMES.has(word));
  expect({ faults: await page.evaluate(FAULTS), english }).toEqual({ faults: [], english: [] });
}
