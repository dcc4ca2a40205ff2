import type { RuntimePlan } from '../protocol.js';
import type { ComponentRoot, Framework } from './framework.js';
import type { OpenPage, PageInstance } from './page-stack.js';
import type { Recorder } from './recorder.js';

interface Ports {
  framework: Framework;
  recorder: Recorder;
  onTap: (node: Element | null) => void;
}

/** Creates pages in the document and keeps each page's own styles to itself. */
export class PageView {
  private readonly pageStyle: HTMLStyleElement;

  constructor(
    private readonly styles: RuntimePlan['styles'],
    private readonly ports: Ports,
  ) {
    addStyle(this.styles.app);
    this.pageStyle = addStyle('');
  }

  /** Makes a page and puts it into the document; its lifecycle has not begun. */
  create(path: string, query: Readonly<Record<string, string>>): OpenPage {
    const { framework, recorder, onTap } = this.ports;
    const root = framework.createRoot(path);
    const instance = root.get() as unknown as PageInstance;
    recordSetData(instance, recorder);
    Object.assign(instance, { route: path, __route__: path, options: query });
    root
      .getComponent()
      .addListener(
        'tap',
        (event) => onTap((event.getOriginalEvent() as Event | undefined)?.target as Element | null),
        { capture: true },
      );
    const holder = document.createElement('div');
    holder.className = 'weapp-page';
    holder.dataset['path'] = path;
    document.body.append(holder);
    attach(root, holder);
    return { path, query, root, instance, holder };
  }

  /** A page's styles count while it is on top, as if they were scoped to it. */
  shown({ path, holder }: OpenPage): void {
    this.pageStyle.textContent = this.styles.pages[path] ?? '';
    for (const other of document.querySelectorAll('.weapp-page')) {
      other.classList.toggle('weapp-page--top', other === holder);
    }
  }
}

function addStyle(text: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
  return style;
}

function attach(root: ComponentRoot, holder: HTMLElement): void {
  type BackendNode = Parameters<ComponentRoot['attach']>[0];
  const placeholder = document.createElement('span');
  holder.append(placeholder);
  root.attach(holder as unknown as BackendNode, placeholder as unknown as BackendNode);
}

const RECORDED = new WeakSet<object>();

/** Pages and components share one setData: replaced once, where it is defined. */
function recordSetData(instance: PageInstance, recorder: Recorder): void {
  let owner: object = instance;
  while (!Object.hasOwn(owner, 'setData')) {
    const parent = Object.getPrototypeOf(owner) as object | null;
    if (!parent) return;
    owner = parent;
  }
  if (RECORDED.has(owner)) return;
  RECORDED.add(owner);
  const holder = owner as PageInstance;
  const setData = holder.setData;
  holder.setData = function (this: PageInstance & { is?: string }, data, after) {
    return setData.call(this, recorder.setData(this.is ?? '', data), after);
  };
}
