import { openSync, readSync } from 'node:fs';

/**
 * Lets a process of ours live at another time, when it is loaded before it (`--import`): the file that
 * YANCE_MOVED_CLOCK names says what time it was at which real moment, both in milliseconds; from there it goes on at
 * its own pace. Pauses of half a minute and more end as soon as that clock says so.
 */

const LONG_PAUSE_MS = 30_000;
const LOOK_EVERY_MS = 15;

const RealDate = Date;
const file = openSync(process.env.YANCE_MOVED_CLOCK ?? '', 'r');
const text = Buffer.alloc(64);

function now() {
  const length = readSync(file, text, 0, text.length, 0);
  const [time, at] = text.toString('latin1', 0, length).split(' ').map(Number);
  return Number(time) + RealDate.now() - Number(at);
}

const MovedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: (target) => new target(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = MovedDate;
globalThis.Date = MovedDate;

const [pause, resume] = [globalThis.setTimeout, globalThis.clearTimeout];
/** @type {Map<NodeJS.Timeout, { due: number, call: () => void }>} */
const pauses = new Map();

globalThis.setTimeout = Object.assign(
  /** @type {(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => NodeJS.Timeout} */
  (callback, ms = 0, ...args) => {
    if (!(ms >= LONG_PAUSE_MS)) return pause(callback, ms, ...args);
    const call = () => {
      pauses.delete(timer);
      callback(...args);
    };
    const timer = pause(call, ms);
    pauses.set(timer, { due: now() + ms, call });
    return timer;
  },
  pause,
);
globalThis.clearTimeout = (timer) => {
  if (typeof timer === 'object') pauses.delete(/** @type {NodeJS.Timeout} */ (timer));
  resume(timer);
};
setInterval(() => {
  const time = now();
  for (const [timer, { due, call }] of [...pauses])
    if (due <= time) {
      resume(timer);
      call();
    }
}, LOOK_EVERY_MS).unref();
