import type { Answers, Host, RuntimeCommands, RuntimePlan } from '../protocol.js';
import { startFramework } from './framework.js';
import { Gesture } from './gesture.js';
import { ModuleLoader } from './module-loader.js';
import { afterTap, stopBrowserForms } from './native-parts.js';
import { PageStack } from './page-stack.js';
import { PageView } from './page-view.js';
import { Recorder } from './recorder.js';
import { Registration, type Registrars } from './registration.js';
import { View } from './view.js';
import { WeChatSide } from './wechat-side.js';
import { makeWx } from './wx/index.js';
import { Listeners } from './wx/listeners.js';

/** Time in which what was set becomes what is drawn. */
const DRAW_MS = 16;

interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

type AppDefinition = Record<string, unknown>;

/** One running mini-program: the logic layer, the view and the phone around them, in the current window. */
export class MiniProgram implements RuntimeCommands {
  private readonly recorder = new Recorder();
  private readonly gesture = new Gesture();
  private readonly listeners = new Listeners(this.recorder);
  private readonly storageMap: Map<string, unknown>;
  private readonly config: AppConfig;
  private readonly wechat: WeChatSide;
  private readonly stackOfPages: PageStack;
  private readonly view: View;
  private readonly registration: Registration;
  private readonly modules: ModuleLoader;
  private readonly wx: Record<string, unknown>;
  private answers: Answers;
  private app: AppDefinition | undefined;

  constructor(
    private readonly plan: RuntimePlan,
    host: Host,
  ) {
    this.answers = plan.answers;
    this.storageMap = new Map(Object.entries(plan.storage));
    this.config = JSON.parse(plan.files['app.json'] ?? '{}') as AppConfig;
    this.wechat = new WeChatSide(host, plan);
    stopBrowserForms(document);
    const framework = startFramework(plan, this.recorder);
    const pageView = new PageView(plan.styles, {
      framework,
      recorder: this.recorder,
      onTap: (node) => this.tapped(node),
    });
    this.stackOfPages = new PageStack({
      pages: new Set(allPages(this.config)),
      tabs: this.config.tabBar?.list ?? [],
      recorder: this.recorder,
      create: (path, query) => {
        this.registration.load(path);
        return pageView.create(path, query);
      },
      drawn: () => new Promise((resolve) => setTimeout(resolve, DRAW_MS)),
      shown: (page) => pageView.shown(page),
    });
    this.view = new View(() => this.stackOfPages.top);
    this.modules = new ModuleLoader(plan.files, () => this.globals());
    this.registration = new Registration({
      files: plan.files,
      handlers: plan.handlers,
      space: framework.space,
      recorder: this.recorder,
      gesture: this.gesture,
      require: (id) => this.modules.require(id),
    });
    this.wx = makeWx(
      {
        recorder: this.recorder,
        gesture: this.gesture,
        host,
        wechat: this.wechat,
        person: plan.person,
        storage: this.storageMap,
        stack: this.stackOfPages,
        answers: () => this.answers,
      },
      this.listeners,
      () => this.enterOptions(),
    );
    this.recorder.onError = (message) => this.listeners.tell('Error', message);
  }

  async launch(): Promise<void> {
    try {
      this.modules.require('app');
      if (!this.app) throw new Error('app.js did not call App()');
      this.callApp('onLaunch', this.enterOptions());
      this.callApp('onShow', this.enterOptions());
      await this.stackOfPages.reLaunch(this.plan.url ?? `/${this.config.pages[0] ?? ''}`);
    } catch (error) {
      this.recorder.error(error, 'launch');
    }
    // A page that cannot be opened is an error whether or not somebody goes there.
    if (this.app) this.registration.loadRest(allPages(this.config));
  }

  report = () => this.recorder.report();
  stack = () => this.stackOfPages.pages.map(({ path }) => path);
  storage = () => Object.fromEntries(this.storageMap);
  count = (target: Parameters<View['all']>[0]) => this.view.all(target).length;
  text: RuntimeCommands['text'] = (target) => this.view.text(target);
  attributes: RuntimeCommands['attributes'] = (target) => this.view.attributes(target);
  mark: RuntimeCommands['mark'] = (target) => this.view.mark(target);
  touch: RuntimeCommands['touch'] = (target, times) => this.view.touch(target, times);
  type: RuntimeCommands['type'] = (target, value) => this.view.type(target, value);
  trigger: RuntimeCommands['trigger'] = (...event) => this.view.trigger(...event);

  setAnswers(answers: Partial<Answers>): void {
    this.answers = { ...this.answers, ...answers };
  }

  async switchTab(words: string): Promise<void> {
    const tab = this.config.tabBar?.list.find(({ text }) => text === words);
    if (!tab) throw new Error(`there is no tab ${words}`);
    await this.stackOfPages.switchTab(`/${tab.pagePath}`);
    this.stackOfPages.call(this.stackOfPages.top, 'onTabItemTap', tab);
  }

  back = () => this.stackOfPages.back();

  pullDown(): void {
    this.stackOfPages.call(this.stackOfPages.top, 'onPullDownRefresh');
  }

  share(): unknown {
    return this.shareOf({ from: 'menu' });
  }

  background(): void {
    this.stackOfPages.call(this.stackOfPages.top, 'onHide');
    this.callApp('onHide', {});
    this.listeners.tell('AppHide', {});
  }

  foreground(): void {
    this.callApp('onShow', this.enterOptions());
    this.listeners.tell('AppShow', this.enterOptions());
    this.stackOfPages.call(this.stackOfPages.top, 'onShow');
  }

  /** What the browser itself reports: an exception or a rejection that nobody caught. */
  uncaught(error: unknown): void {
    this.recorder.error(error, 'uncaught');
  }

  private tapped(node: Element | null): void {
    afterTap(node, {
      wechat: this.wechat,
      answers: () => this.answers,
      share: () => this.shareOf({ from: 'button' }),
    });
  }

  private shareOf(from: object): unknown {
    const { instance } = this.stackOfPages.top;
    const method = instance['onShareAppMessage'];
    if (typeof method !== 'function') return undefined;
    return (method as (options: object) => unknown).call(instance, from);
  }

  private enterOptions(): object {
    const path = this.plan.url ?? this.config.pages[0];
    const { scene } = this.plan;
    return { path, query: {}, scene, shareTicket: '', referrerInfo: {} };
  }

  private callApp(name: string, options: unknown): void {
    const method = this.app?.[name];
    if (typeof method !== 'function') return;
    try {
      const result = (method as (value: unknown) => unknown).call(this.app, options);
      this.recorder.outcome(result, `App ${name}`);
    } catch (error) {
      this.recorder.error(error, `App ${name}`);
    }
  }

  /** The names that every module of the logic layer sees. */
  private globals(): Record<string, unknown> {
    const register = (kind: keyof Registrars) => (definition: Record<string, unknown>) => {
      const current = this.registration.current;
      if (!current) throw new Error(`${kind}() is called in a file that is no page or component`);
      return current[kind](definition);
    };
    return {
      wx: this.wx,
      console: this.loggingConsole(),
      App: (definition: AppDefinition) => void (this.app = definition),
      Page: register('Page'),
      Component: register('Component'),
      Behavior: register('Behavior'),
      getApp: () => this.app,
      getCurrentPages: () => this.stackOfPages.pages.map(({ instance }) => instance),
    };
  }

  /** What the bundle complains about on the console is part of the record. */
  private loggingConsole(): Partial<Console> {
    const ignore = () => undefined;
    const words = (values: unknown[]) =>
      values.map((value) => (value instanceof Error ? value.stack : String(value))).join(' ');
    return {
      log: ignore,
      info: ignore,
      debug: ignore,
      time: ignore,
      timeEnd: ignore,
      warn: (...values: unknown[]) => this.recorder.warning(words(values), 'console'),
      error: (...values: unknown[]) => this.recorder.error(words(values), 'console'),
    };
  }
}

function allPages({ pages, subPackages, subpackages }: AppConfig): string[] {
  const deeper = (subPackages ?? subpackages ?? []).flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...pages, ...deeper];
}
