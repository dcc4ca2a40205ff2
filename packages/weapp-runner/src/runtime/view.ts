import type { Target } from '../protocol.js';
import { raise } from './native-parts.js';
import type { OpenPage } from './page-stack.js';

const MARK = 'data-weapp-target';

/** The page on top as a person sees and touches it. */
export class View {
  private marks = 0;

  constructor(private readonly top: () => OpenPage) {}

  find(target: Target): HTMLElement | null {
    return this.all(target)[0] ?? null;
  }

  /** @throws Error that names the page and what it shows when there is no match */
  get(target: Target): HTMLElement {
    const found = this.find(target);
    if (found) return found;
    throw new Error(`nothing matches ${JSON.stringify(target)} on ${this.top().path}`);
  }

  /** Of matches inside each other, the innermost stands first. */
  all(target: Target): HTMLElement[] {
    const { css, text } = typeof target === 'string' ? { css: target, text: '' } : target;
    const found = [...this.top().holder.querySelectorAll<HTMLElement>(css)];
    if (text === '') return found;
    const matching = found.filter((node) => wordsIn(node).includes(text));
    return matching.filter(
      (node) => !matching.some((other) => node !== other && node.contains(other)),
    );
  }

  text(target?: Target): string {
    const node = target === undefined ? this.top().holder : this.find(target);
    return node ? wordsIn(node) : '';
  }

  attributes(target: Target): Record<string, string> | null {
    const node = this.find(target);
    if (!node) return null;
    return Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  }

  mark(target: Target): { selector: string; disabled: boolean } | null {
    const node = this.find(target);
    if (!node) return null;
    this.marks += 1;
    node.setAttribute(MARK, String(this.marks));
    return { selector: `[${MARK}="${this.marks}"]`, disabled: node.closest('[disabled]') !== null };
  }

  /** A tap by way of the document, as a finger makes it. */
  touch(target: Target, times: number): void {
    const node = this.get(target);
    for (let count = 0; count < times; count += 1) {
      if (node.closest('button[disabled]')) return;
      for (const type of ['mousedown', 'mouseup']) {
        node.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
    }
  }

  type(target: Target, value: string): void {
    const node = this.get(target);
    if (!(node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)) {
      throw new Error(`${JSON.stringify(target)} takes no typing`);
    }
    node.focus();
    node.value = value;
    node.dispatchEvent(new Event('input'));
    node.blur();
  }

  trigger(target: Target, type: string, detail: unknown): void {
    raise(this.get(target), type, detail);
  }
}

const wordsIn = (node: HTMLElement): string => node.textContent.replace(/\s+/g, ' ').trim();
