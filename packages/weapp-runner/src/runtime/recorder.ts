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

  /**
   * Notes one setData and gives the data as it arrives on the other side.
   * WeChat's limit is an error, and so is data that is no JSON.
   */
  setData(where: string, data: Record<string, unknown>): Record<string, unknown> {
    const missing = Object.keys(data).filter((key) => data[key] === undefined);
    if (missing.length > 0) {
      this.warning(`setData of undefined is invalid: ${missing.join(', ')}`, where);
    }
    const text = JSON.stringify(data);
    const bytes = new TextEncoder().encode(text).length;
    this.setDataCalls.push({ where, bytes, keys: Object.keys(data) });
    if (bytes > MOST_BYTES) this.error(`setData of ${bytes} bytes is over WeChat's limit`, where);
    else if (bytes > HEAVY_BYTES) this.warning(`setData of ${bytes} bytes`, where);
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
