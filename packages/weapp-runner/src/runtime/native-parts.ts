import type { RuntimePlan } from '../protocol.js';
import { glassEasel, type DrawnNode } from './framework.js';
import type { WeChatSide } from './wechat-side.js';

/** Raises an event on the component that a node belongs to. */
export function raise(
  node: DrawnNode,
  type: string,
  detail: unknown,
  { bubbles = false } = {},
): void {
  let at: DrawnNode | null = node;
  while (at && !at.__wxElement) at = at.parentNode;
  if (!at?.__wxElement) throw new Error('this node belongs to no component');
  const options = { bubbles, composed: bubbles, capturePhase: bubbles };
  glassEasel.Event.triggerEvent(at.__wxElement, type, detail, options);
}

interface Ports {
  wechat: WeChatSide;
  answers: () => RuntimePlan['answers'];
  share: () => void;
}

/**
 * What WeChat's own components do by themselves when they are tapped: a button that sends its form, or that asks for
 * the phone number. Their event follows the tap's own.
 */
export function afterTap(node: Element | null, ports: Ports): void {
  const button = node?.closest('button');
  if (!button || button.hasAttribute('disabled')) return;
  const kind = button.getAttribute('form-type');
  const form = button.closest('form');
  if (form && (kind === 'submit' || kind === 'reset')) {
    queueMicrotask(() => raise(form, kind, kind === 'submit' ? { value: fieldsOf(form) } : {}));
  }
  const wishes = (button.getAttribute('open-type') ?? '').split('|');
  if (wishes.includes('getPhoneNumber')) void givePhone(button, ports);
  if (wishes.includes('share')) ports.share();
}

function fieldsOf(form: Element): Record<string, string> {
  const fields = [...form.querySelectorAll<HTMLElement>('[name]')];
  return Object.fromEntries(
    fields.map((field) => [
      field.getAttribute('name') ?? '',
      'value' in field ? String(field.value) : (field.getAttribute('value') ?? ''),
    ]),
  );
}

async function givePhone(button: Element, { wechat, answers }: Ports): Promise<void> {
  if (answers().phoneNumber === 'deny') {
    return raise(button, 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
  }
  const code = await wechat.phoneCode().catch(() => undefined);
  const detail = code
    ? { code, errMsg: 'getPhoneNumber:ok', encryptedData: '', iv: '' }
    : { errMsg: 'getPhoneNumber:fail' };
  raise(button, 'getphonenumber', detail);
}

/** A browser sends forms itself; here only WeChat's own submit counts, or a form would be sent twice. */
export function stopBrowserForms(document: Document): void {
  for (const type of ['submit', 'reset']) {
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener(type, stop, { capture: true });
  }
}
