import { compileTemplates } from '../bundle/compile-templates.js';
import { handlersOf } from '../bundle/handlers.js';
import { missingFiles } from '../bundle/missing-files.js';
import { readBundle } from '../bundle/read-bundle.js';
import { stylesheets } from '../bundle/stylesheets.js';
import type { Answers, Person, Report, RuntimePlan, Target } from '../protocol.js';
import { openChromiumScreen } from './chromium-screen.js';
import { openJsdomScreen } from './jsdom-screen.js';
import { Line } from './line.js';
import type { Screen } from './screen.js';

const LOOK_EVERY_MS = 20;
const WAIT_MS = 10_000;

/** WeChat's scene number of a mini-program opened from the list of recent ones. */
const SCENE_RECENT = 1001;

const WILLING: Answers = {
  modal: 'confirm',
  actionSheet: 0,
  subscribe: 'accept',
  phoneNumber: 'allow',
  calendar: 'allow',
  payment: 'success',
  scan: null,
};

export interface PhonePlan {
  /** Folder of the built mini-program. */
  readonly bundle: string;
  readonly person: Person;
  /** Where the origins that the bundle calls are really served; see Line. */
  readonly domains?: Readonly<Record<string, string>>;
  readonly sandboxOrigin?: string;
  /** Draws in this browser; without it the page lives in jsdom and has no layout. */
  readonly chromium?: string;
  /** What the person answers when WeChat asks; a willing person unless told. */
  readonly answers?: Partial<Answers>;
  /** Page to open first, such as '/pages/home/index?from=card'. */
  readonly url?: string;
  readonly scene?: number;
  /** What an earlier visit left behind. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

/** A phone with one mini-program open, held by a person that a test plays. */
export class Phone {
  private constructor(
    private readonly screen: Screen,
    /** What goes over the air, and its faults. */
    readonly line: Line,
    /** What is wrong with the bundle's files, whoever opens it. */
    private readonly faults: Pick<Report, 'errors' | 'warnings'>,
  ) {}

  /**
   * Loads a bundle and opens its first page. What goes wrong while loading is in the report.
   * @throws Error when the folder holds no bundle, or the browser cannot be started
   */
  static async open(plan: PhonePlan): Promise<Phone> {
    const bundle = readBundle(plan.bundle);
    const templates = compileTemplates(bundle);
    const line = new Line(plan.domains ?? {});
    const runtime: RuntimePlan = {
      files: bundle.files,
      templates: templates.code,
      handlers: handlersOf(bundle),
      styles: stylesheets(bundle),
      person: plan.person,
      answers: { ...WILLING, ...plan.answers },
      sandboxOrigin: plan.sandboxOrigin,
      url: plan.url,
      scene: plan.scene ?? SCENE_RECENT,
      storage: plan.storage ?? {},
    };
    const open = plan.chromium ? openChromiumScreen(plan.chromium) : openJsdomScreen;
    const screen = await open(runtime, line);
    const phone = new Phone(screen, line, {
      errors: [...missingFiles(bundle), ...templates.errors],
      warnings: templates.warnings,
    });
    await screen.run('launch');
    return phone;
  }

  /** Everything seen so far; what is wrong with the bundle's files comes first. */
  async report(): Promise<Report> {
    const report = await this.screen.run('report');
    const { errors, warnings } = this.faults;
    return {
      ...report,
      errors: [...errors, ...report.errors],
      warnings: [...warnings, ...report.warnings],
    };
  }

  /** Taps once what the target names, as soon as it is there and not disabled. */
  async tap(target: Target): Promise<void> {
    await this.ready(target);
    await this.screen.tap(target, 1);
  }

  /** Two taps so close that nothing is drawn in between. */
  async doubleTap(target: Target): Promise<void> {
    await this.ready(target);
    await this.screen.tap(target, 2);
  }

  /** Types into a field in place of what it holds. */
  async input(target: Target, value: string): Promise<void> {
    await this.ready(target);
    await this.screen.type(target, value);
  }

  /** Raises an event that only a native part of WeChat could raise, such as a picker's change. */
  async trigger(target: Target, type: string, detail: unknown = {}): Promise<void> {
    await this.waitFor(target);
    await this.screen.run('trigger', target, type, detail);
  }

  /** Visible words of the first match, or of the whole page; empty when there is no match. */
  text(target?: Target): Promise<string> {
    return this.screen.run('text', target);
  }

  /** How many elements of the page on top match. */
  count(target: Target): Promise<number> {
    return this.screen.run('count', target);
  }

  attributes(target: Target): Promise<Record<string, string> | null> {
    return this.screen.run('attributes', target);
  }

  /** Waits for an element, or for any condition. @throws Error that tells what the page shows after 10 s */
  async waitFor(wanted: Target | (() => Promise<boolean>)): Promise<void> {
    const holds =
      typeof wanted === 'function' ? wanted : async () => (await this.count(wanted)) > 0;
    const deadline = Date.now() + WAIT_MS;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(await this.notSeen(wanted));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Waits until the page on top, or a part of it, shows these words. */
  waitForText(words: string, target?: Target): Promise<void> {
    return this.waitFor(async () => (await this.text(target)).includes(words));
  }

  /** Waits until the page with this path is on top. */
  waitForPage(path: string): Promise<void> {
    return this.waitFor(async () => (await this.stack()).at(-1) === path);
  }

  /** Paths of the open pages, the one on top last. */
  stack(): Promise<string[]> {
    return this.screen.run('stack');
  }

  /** Changes what the person answers from now on. */
  answer(answers: Partial<Answers>): Promise<void> {
    return this.screen.run('setAnswers', answers);
  }

  /** Taps a tab of the bar below by its words. */
  switchTab(words: string): Promise<void> {
    return this.screen.run('switchTab', words);
  }

  /** The arrow in the upper left corner. */
  back(): Promise<void> {
    return this.screen.run('back');
  }

  pullDown(): Promise<void> {
    return this.screen.run('pullDown');
  }

  /** Shares the page by the menu; gives what the page offers, undefined when it cannot be shared. */
  share(): Promise<unknown> {
    return this.screen.run('share');
  }

  /** Puts the mini-program away, as when a call comes in. */
  background(): Promise<void> {
    return this.screen.run('background');
  }

  foreground(): Promise<void> {
    return this.screen.run('foreground');
  }

  /** What the bundle keeps on the phone; give it to the next phone to go on there. */
  storage(): Promise<Record<string, unknown>> {
    return this.screen.run('storage');
  }

  screenshot(file: string): Promise<void> {
    return this.screen.screenshot(file);
  }

  close(): Promise<void> {
    return this.screen.close();
  }

  private ready(target: Target): Promise<void> {
    return this.waitFor(async () => (await this.screen.run('mark', target))?.disabled === false);
  }

  private async notSeen(wanted: Target | (() => Promise<boolean>)): Promise<string> {
    const { errors } = await this.report();
    const what = typeof wanted === 'function' ? String(wanted) : JSON.stringify(wanted);
    const page = (await this.stack()).at(-1) ?? 'no page';
    const shown = page === 'no page' ? '' : await this.text();
    return [`waited in vain for ${what}`, `${page} shows: ${shown}`, ...errors.slice(0, 3)].join(
      '\n',
    );
  }
}
