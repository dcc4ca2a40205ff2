import type { CallRecord, Report, SetDataRecord } from '../protocol.js';

/** WeChat refuses more than this in one setData. */
const MOST_BYTES = 1024 * 1024;
/** From here on WeChat's tools complain, because the page visibly stalls. */
const HEAVY_BYTES = 256 * 1024;

/** Keeps what a journey is judged by. */
export class Recorder {
  private readonly errors: string[] = [];
  private readonly warnings: string[] = [];
  private readonly setDataCalls: SetDataRecord[] = [];
  private readonly calls: CallRecord[] = [];

  /** Called with each error as well: App.onError and wx.onError listen here. */
  onError: (message: string) => void = () => undefined;

  error(what: unknown, where = ''): void {
    const words = `${where ? `${where}: ` : ''}${wordsOf(what)}`;
    this.errors.push(words);
    this.onError(words);
  }

  warning(what: unknown, where = ''): void {
    this.warnings.push(`${where ? `${where}: ` : ''}${wordsOf(what)}`);
  }

  call(name: string, options: unknown): void {
    this.calls.push({ name, options: plain(options) });
  }

  /** A template binds a method that its page or component does not have; told once. */
  missingHandler(where: string, name: string): void {
    const words = `does not have a method "${name}" to handle an event`;
    if (!this.warnings.includes(`${where}: ${words}`)) this.warning(words, where);
  }

  /** Waits for what a function of the bundle gave, when that is a promise: nobody else does. */
  outcome(value: unknown, where: string): void {
    if (!isPromise(value)) return;
    value.then(undefined, (reason: unknown) => this.error(reason, where));
  }

  /**
   * Notes one setData and gives the data as it arrives on the other side.
   * WeChat's limit is an error, and so is data that is no JSON.
   */
  setData(where: string, data: Record<string, unknown>): Record<string, unknown> {
    return this.crossing('setData', where, data);
  }

  /** Notes what a page or component begins with: it crosses like a setData, under the same limits. */
  initialData(where: string, data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    this.crossing('initial data', where, data as Record<string, unknown>);
  }

  private crossing(
    what: string,
    where: string,
    data: Record<string, unknown>,
  ): Record<string, unknown> {
    const text = JSON.stringify(data);
    const lost = lostIn(data);
    if (lost.length > 0) {
      this.warning(`${what} of undefined or of a function is invalid: ${lost.join(', ')}`, where);
    }
    const bytes = new TextEncoder().encode(text).length;
    this.setDataCalls.push({ where, bytes, keys: Object.keys(data) });
    if (bytes > MOST_BYTES) this.error(`${what} of ${bytes} bytes is over WeChat's limit`, where);
    else if (bytes > HEAVY_BYTES) this.warning(`${what} of ${bytes} bytes`, where);
    return JSON.parse(text) as Record<string, unknown>;
  }

  report(): Report {
    return {
      errors: [...this.errors],
      warnings: [...this.warnings],
      setData: [...this.setDataCalls],
      calls: [...this.calls],
    };
  }
}

/** Where data holds what is no JSON and does not arrive, at any depth. Data without cycles only. */
function lostIn(data: object, place = ''): string[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const here = place === '' ? key : `${place}.${key}`;
    if (value === undefined || typeof value === 'function') return [here];
    return typeof value === 'object' && value !== null ? lostIn(value, here) : [];
  });
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'then' in value &&
  typeof value.then === 'function';

/** A copy without functions and undefined members, as JSON makes it. */
export function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value) ?? 'null') as T);
}

/** An error of any origin in words, with its stack where it has one. */
export function wordsOf(what: unknown): string {
  if (typeof what === 'string') return what;
  if (typeof what === 'object' && what !== null) {
    if ('stack' in what && typeof what.stack === 'string') return what.stack;
    if ('message' in what && typeof what.message === 'string') return what.message;
    if ('errMsg' in what && typeof what.errMsg === 'string') return what.errMsg;
  }
  return JSON.stringify(what) ?? String(what);
}
