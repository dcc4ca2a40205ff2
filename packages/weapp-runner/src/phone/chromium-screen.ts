import { chromium } from 'playwright-core';
import type { Host, RuntimeCommands, RuntimePlan, Target, WireRequest } from '../protocol.js';
import type { WeappWindow } from '../runtime/main.js';
import { BUILT_IN_STYLES } from './built-in-styles.js';
import { runtimeScript } from './runtime-script.js';
import type { OpenScreen, Screen } from './screen.js';

const VIEWPORT = { width: 375, height: 812 };
const ORIGIN = 'http://weapp.local/';

/** Names under which window and test process know each other. */
interface RunningWindow extends WeappWindow {
  weapp: RuntimeCommands;
  weappHost(request: WireRequest): ReturnType<Host['http']>;
}

/**
 * A phone in Chromium, with the bundle's styles and real touches.
 * @param executablePath the browser; playwright-core brings none
 */
export const openChromiumScreen =
  (executablePath: string): OpenScreen =>
  async (plan, host) => {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const context = await browser.newContext({
        viewport: VIEWPORT,
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      await page.exposeFunction('weappHost', (request: WireRequest) => host.http(request));
      // Nothing is fetched: the page is written here, and the bundle's calls go through the test process.
      await page.route('**/*', (route) =>
        route.request().url() === ORIGIN
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: document() })
          : route.abort(),
      );
      await page.goto(ORIGIN);
      await page.addScriptTag({ content: await runtimeScript() });
      await page.evaluate(start, plan);
      return screenOf(page, () => browser.close());
    } catch (error) {
      await browser.close();
      throw error;
    }
  };

type BrowserPage = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>;

function screenOf(page: BrowserPage, close: () => Promise<void>): Screen {
  const run: Screen['run'] = (name, ...values) => page.evaluate(command, { name, values }) as never;
  const found = async (target: Target) => {
    const mark = await run('mark', target);
    if (!mark) throw new Error(`nothing matches ${JSON.stringify(target)}`);
    return page.locator(mark.selector);
  };
  return {
    run,
    async tap(target, times) {
      const element = await found(target);
      await element.tap({ timeout: 5_000 });
      const box = times > 1 ? await element.boundingBox() : null;
      for (let count = 1; count < times && box; count += 1) {
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      }
    },
    async type(target, value) {
      const element = await found(target);
      await element.tap({ timeout: 5_000 });
      await element.fill(value);
    },
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    close,
  };
}

const document = () =>
  `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<style>${BUILT_IN_STYLES}</style><body></body>`;

/** Runs in the window. */
function start(plan: RuntimePlan): void {
  const here = window as unknown as RunningWindow;
  here.weapp = here.startWeapp(plan, { http: (request) => here.weappHost(request) });
}

/** Runs in the window. */
function command({ name, values }: { name: keyof RuntimeCommands; values: unknown[] }): unknown {
  const { weapp } = window as unknown as RunningWindow;
  return Reflect.apply(weapp[name], weapp, values);
}
