import type { ComponentRoot } from './framework.js';
import { parseAddress } from './paths.js';
import type { Recorder } from './recorder.js';

/** WeChat opens no more pages than this on top of each other. */
const MOST_PAGES = 10;

type LifecycleName =
  | 'onLoad'
  | 'onShow'
  | 'onReady'
  | 'onHide'
  | 'onUnload'
  | 'onPullDownRefresh'
  | 'onTabItemTap';

/** The logic side of a page: what `this` is in its methods. */
export type PageInstance = Record<string, unknown> & {
  setData: (data: Record<string, unknown>, after?: () => void) => void;
};

/** A page that is open, on top or below others, or a tab that waits to be shown again. */
export interface OpenPage {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly root: ComponentRoot;
  readonly instance: PageInstance;
  readonly holder: HTMLElement;
}

interface Ports {
  readonly pages: ReadonlySet<string>;
  readonly tabs: readonly { readonly pagePath: string; readonly text: string }[];
  readonly recorder: Recorder;
  create(path: string, query: Readonly<Record<string, string>>): OpenPage;
  /** Gives the view time to draw. */
  drawn(): Promise<void>;
  /** Another page is on top now. */
  shown(page: OpenPage): void;
}

/** A refusal to navigate; the words stand behind `navigateTo:fail`. */
export class CannotNavigate extends Error {
  override readonly name = 'CannotNavigate';
}

/** Pages on top of each other and tabs side by side, with WeChat's order of lifecycle calls. */
export class PageStack {
  private open: OpenPage[] = [];
  /** A tab, once opened, lives on while other tabs are looked at. */
  private readonly tabPages = new Map<string, OpenPage>();
  /** One way is gone after the other, as WeChat does it. */
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: Ports) {}

  get pages(): readonly OpenPage[] {
    return this.open;
  }

  get top(): OpenPage {
    const page = this.open.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  isTab(path: string): boolean {
    return this.ports.tabs.some((tab) => tab.pagePath === path);
  }

  navigateTo(address: string): Promise<void> {
    return this.inTurn(() => this.goOn(address));
  }

  redirectTo(address: string): Promise<void> {
    return this.inTurn(() => this.replaceTop(address));
  }

  reLaunch(address: string): Promise<void> {
    return this.inTurn(() => this.startOver(address));
  }

  switchTab(address: string): Promise<void> {
    return this.inTurn(() => this.changeTab(address));
  }

  back(delta = 1): Promise<void> {
    return this.inTurn(() => this.goBack(delta));
  }

  /** Calls a lifecycle method of a page; what it throws is an error of the journey. */
  call(page: OpenPage, name: LifecycleName, argument?: unknown): unknown {
    const method = page.instance[name];
    if (typeof method !== 'function') return undefined;
    try {
      const result = (method as (value: unknown) => unknown).call(page.instance, argument);
      this.ports.recorder.outcome(result, `${page.path} ${name}`);
      return result;
    } catch (error) {
      this.ports.recorder.error(error, `${page.path} ${name}`);
      return undefined;
    }
  }

  private async goOn(address: string): Promise<void> {
    const { path, query } = this.find(address);
    if (this.isTab(path)) throw new CannotNavigate('can not navigateTo a tabbar page');
    if (this.open.length >= MOST_PAGES) throw new CannotNavigate('webview count limit exceed');
    const covered = this.open.at(-1);
    await this.push(path, query, () => this.hide(covered));
  }

  private async replaceTop(address: string): Promise<void> {
    const { path, query } = this.find(address);
    if (this.isTab(path)) throw new CannotNavigate('can not redirectTo a tabbar page');
    const left = this.open.pop();
    if (left) this.close(left);
    await this.push(path, query);
  }

  private async startOver(address: string): Promise<void> {
    const { path, query } = this.find(address);
    for (const page of new Set([...this.open, ...this.tabPages.values()])) this.close(page);
    this.open = [];
    this.tabPages.clear();
    await this.push(path, query);
  }

  private async changeTab(address: string): Promise<void> {
    const { path } = this.find(address);
    if (!this.isTab(path)) throw new CannotNavigate('can not switch to no-tabBar page');
    if (this.open.length === 1 && this.top.path === path) return;
    const left = this.open.reverse();
    this.open = [];
    for (const page of left) {
      if (!this.isTab(page.path)) this.close(page);
      // Under another page it was hidden already.
      else if (page === left[0]) this.hide(page);
    }
    const known = this.tabPages.get(path);
    if (!known) return this.push(path, {});
    this.open = [known];
    this.show(known);
    await this.ports.drawn();
  }

  private async goBack(delta: number): Promise<void> {
    const steps = Math.min(delta, this.open.length - 1);
    if (steps < 1) throw new CannotNavigate('cannot navigate back at first page');
    for (const page of this.open.splice(-steps).reverse()) this.close(page);
    this.show(this.top);
    await this.ports.drawn();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.underWay.then(work);
    this.underWay = done.catch(() => undefined);
    return done;
  }

  private find(address: string): { path: string; query: Record<string, string> } {
    const found = parseAddress(address, this.open.at(-1)?.path ?? '');
    if (!this.ports.pages.has(found.path)) {
      throw new CannotNavigate(`page "${found.path}" is not found`);
    }
    return found;
  }

  /** @param leave what happens to the page before, once it is sure that there is another */
  private async push(
    path: string,
    query: Record<string, string>,
    leave: () => void = () => undefined,
  ): Promise<void> {
    const page = this.ports.create(path, query);
    leave();
    this.open.push(page);
    if (this.isTab(path)) this.tabPages.set(path, page);
    this.call(page, 'onLoad', query);
    this.show(page);
    await this.ports.drawn();
    this.call(page, 'onReady');
    await this.ports.drawn();
  }

  private show(page: OpenPage): void {
    page.holder.style.display = '';
    this.ports.shown(page);
    this.call(page, 'onShow');
  }

  private hide(page: OpenPage | undefined): void {
    if (!page) return;
    this.call(page, 'onHide');
    page.holder.style.display = 'none';
  }

  private close(page: OpenPage): void {
    this.call(page, 'onUnload');
    page.root.release();
    page.holder.remove();
    if (this.tabPages.get(page.path) === page) this.tabPages.delete(page.path);
  }
}
