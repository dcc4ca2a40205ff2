import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** A name of the demo, and what salons write in letters on Chinese menus too. */
const NAMES = new Set(['Leon', 'SPA']);

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

/** Nothing hangs over the edge, no button is cut, and every word is Chinese. */
export async function expectSound(page: Page): Promise<void> {
  const words = (await page.evaluate<string>('document.body.innerText')).match(/[A-Za-z]{3,}/g);
  const english = (words ?? []).filter((word) => !NAMES.has(word));
  expect({ faults: await page.evaluate(FAULTS), english }).toEqual({ faults: [], english: [] });
}
