import type { Answers, Host, Person } from '../../protocol.js';
import type { Gesture } from '../gesture.js';
import type { PageStack } from '../page-stack.js';
import { plain, wordsOf, type Recorder } from '../recorder.js';
import type { WeChatSide } from '../wechat-side.js';

/** Options of a call of `wx`, unchecked as they come from the bundle. */
export type Options = Record<string, unknown>;

/** One area of `wx`: its functions by their names. */
export type Area = Record<string, unknown>;

/** What the areas of `wx` work with. */
export interface WxContext {
  readonly recorder: Recorder;
  readonly gesture: Gesture;
  readonly host: Host;
  readonly wechat: WeChatSide;
  readonly person: Person;
  readonly storage: Map<string, unknown>;
  readonly stack: PageStack;
  readonly answers: () => Answers;
}

/** A call of `wx` that WeChat refuses: its words follow `name:fail`. */
export class WxFailure extends Error {
  constructor(
    words: string,
    /** Further members of the object that the bundle gets, such as errCode or errno. */
    readonly extras: Options = {},
  ) {
    super(words);
  }
}

type Callback = (value: unknown) => unknown;
type Work = (options: Options) => unknown;

/**
 * An asynchronous function of `wx`: calls success or fail, then complete; gives a promise when it got none of them,
 * as base library 2.10.2 and later do. A refusal that nobody listens to stays silent, as on a phone.
 */
export function api(recorder: Recorder, name: string, work: Work): (options?: Options) => unknown {
  return (options = {}) => {
    recorder.call(name, options);
    // What has to be judged inside the tap is judged at once, before any waiting.
    const result = begun(work, options).then(
      (answer) => ({ errMsg: `${name}:ok`, ...(answer as object) }),
      // WeChat rejects with a plain object, and bundles read its errMsg.
      (error: unknown) => Promise.reject(failureOf(name, error) as unknown as Error),
    );
    const { success, fail, complete } = options as Record<string, Callback | undefined>;
    if (!success && !fail && !complete) return result;
    const guarded = (callback: Callback | undefined) => (value: unknown) => {
      try {
        recorder.outcome(callback?.(value), `${name} callback`);
      } catch (error) {
        recorder.error(error, `${name} callback`);
      }
    };
    result.then(
      (answer) => [success, complete].forEach((one) => guarded(one)(answer)),
      (failure: unknown) => [fail, complete].forEach((one) => guarded(one)(failure)),
    );
    return undefined;
  };
}

async function begun(work: Work, options: Options): Promise<unknown> {
  return work(options);
}

function failureOf(name: string, error: unknown): Options {
  const words = error instanceof Error ? error.message : wordsOf(error);
  const extras = error instanceof WxFailure ? error.extras : {};
  return { errMsg: `${name}:fail ${words}`, ...extras };
}

/** A text among options. @throws WxFailure as WeChat words it */
export function textIn(options: Options, key: string): string {
  const value = options[key];
  if (typeof value === 'string') return value;
  throw new WxFailure(`parameter error: parameter.${key} should be String`);
}

/** Functions that only note that they were called. */
export function quiet(recorder: Recorder, names: readonly string[]): Area {
  return Object.fromEntries(names.map((name) => [name, api(recorder, name, () => ({}))]));
}

/** A copy, so that the bundle and the test never share an object. */
export const copy = plain;
