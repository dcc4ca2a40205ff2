import { JSDOM, VirtualConsole } from 'jsdom';
import type { RuntimeCommands } from '../protocol.js';
import type { WeappWindow } from '../runtime/main.js';
import { watchRejections } from './rejections.js';
import { runtimeScript } from './runtime-script.js';
import type { OpenScreen } from './screen.js';

/** A window without layout: fast enough for every test run. Several may be open at once. */
export const openJsdomScreen: OpenScreen = async (plan, host) => {
  const dom = new JSDOM('<!doctype html><body></body>', {
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    url: 'http://weapp.local/',
    virtualConsole: new VirtualConsole(),
  });
  const own = { TextEncoder, structuredClone, queueMicrotask };
  Object.assign(dom.window, own);
  const unwatch = watchRejections(dom.window);
  dom.window.eval(await runtimeScript());
  const program: RuntimeCommands = (dom.window as unknown as WeappWindow).startWeapp(plan, host);
  type Command = (...values: unknown[]) => unknown;
  return {
    run: async (name, ...values) => {
      const command = program[name].bind(program) as Command;
      return plain(await command(...values)) as never;
    },
    tap: async (target, times) => program.touch(target, times),
    type: async (target, value) => program.type(target, value),
    screenshot: () => Promise.reject(new Error('jsdom draws nothing')),
    close: async () => {
      unwatch();
      dom.window.close();
    },
  };
};

/** Values leave the window as JSON, so that both kinds of screen give the same. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
