/** What crosses between the window in which the mini-program runs and the test that drives it. All of it is JSON. */

/** Who holds the phone. */
export interface Person {
  /** What WeChat knows this person by; the sandbox takes any text. */
  readonly openid: string;
  /** The number that the phone button of WeChat gives. */
  readonly phone: string;
}

/** What the person answers when WeChat itself asks. */
export interface Answers {
  readonly modal: 'confirm' | 'cancel';
  /** Index of the line that is tapped. */
  readonly actionSheet: number | 'cancel';
  readonly subscribe: 'accept' | 'reject' | 'ban' | 'filter';
  readonly phoneNumber: 'allow' | 'deny';
  /** Whether WeChat may write into the phone's calendar. */
  readonly calendar: 'allow' | 'deny';
  readonly payment: 'success' | 'cancel' | 'fail';
  /** What the camera reads; null closes the scanner. */
  readonly scan: string | null;
}

/** Everything that a window needs to run one bundle. */
export interface RuntimePlan {
  /** Text files of the bundle by their path. */
  readonly files: Readonly<Record<string, string>>;
  /** JavaScript that the template compiler wrote. */
  readonly templates: string;
  /** Names of the methods that each template binds, by the path of the page or component. */
  readonly handlers: Readonly<Record<string, readonly string[]>>;
  /** CSS of the app and of each page, by the page's path. */
  readonly styles: { readonly app: string; readonly pages: Readonly<Record<string, string>> };
  readonly person: Person;
  readonly answers: Answers;
  /** Control side of the sandbox that stands in for WeChat; without it nothing that needs WeChat works. */
  readonly sandboxOrigin?: string;
  /** Page to open first, with its query; the first page of app.json when left out. */
  readonly url?: string;
  /** How the mini-program was opened: WeChat's scene number. */
  readonly scene: number;
  /** What an earlier visit left in the storage of this phone. */
  readonly storage: Readonly<Record<string, unknown>>;
}

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** A call of WeChat itself, which no list of allowed domains binds. */
  readonly privileged?: boolean;
}

/** `failure` is the part of errMsg behind `request:fail`. */
export type WireOutcome =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly failure: string };

/** What the window asks of the test process. */
export interface Host {
  http(request: WireRequest): Promise<WireOutcome>;
}

/** One setData of a page or component, or the data that it begins with. */
export interface SetDataRecord {
  readonly where: string;
  /** UTF-8 bytes of the JSON that crosses from logic to view. */
  readonly bytes: number;
  readonly keys: readonly string[];
}

export interface CallRecord {
  readonly name: string;
  readonly options: unknown;
}

/** Everything that was seen since the start. A sound journey ends with no errors and no warnings. */
export interface Report {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly setData: readonly SetDataRecord[];
  /** Calls of `wx`, in order. */
  readonly calls: readonly CallRecord[];
}

/** An element of the page on top: a CSS selector, or one narrowed by the text that it contains. */
export type Target = string | { readonly css: string; readonly text: string };

/** What the test asks of the window. */
export interface RuntimeCommands {
  launch(): Promise<void>;
  report(): Report;
  /** Paths of the open pages, the one on top last. */
  stack(): string[];
  storage(): Record<string, unknown>;
  setAnswers(answers: Partial<Answers>): void;
  count(target: Target): number;
  /** Visible words of the first match, white space folded; of the whole page without a target. */
  text(target?: Target): string;
  /** Attributes of the first match; null when there is none. */
  attributes(target: Target): Record<string, string> | null;
  /** Marks the first match so that the test process can find it, and says whether it can be tapped. */
  mark(target: Target): { selector: string; disabled: boolean } | null;
  /** Touches the first match, `times` times without a pause. */
  touch(target: Target, times: number): void;
  type(target: Target, value: string): void;
  /** Raises an event that only a native part of WeChat could raise. */
  trigger(target: Target, type: string, detail: unknown): void;
  switchTab(words: string): Promise<void>;
  back(): Promise<void>;
  pullDown(): void;
  share(): unknown;
  background(): void;
  foreground(): void;
}
