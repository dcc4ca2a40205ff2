import { useEffect, useRef } from 'react';
import { press, type Pending } from './sequence';

/** Inputs that take no text: a letter pressed on them is a shortcut. */
const NOT_TEXT = new Set(['radio', 'checkbox', 'button', 'submit']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Runs an action for each key sequence while the component is on screen. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    let pending: Pending | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Shift') return;
      const pressed = press(Object.keys(latest.current), pending, {
        key: event.key,
        at: event.timeStamp,
        typing: isTyping(event.target),
        modified: event.ctrlKey || event.metaKey || event.altKey,
      });
      pending = pressed.pending;
      if (!pressed.completed) return;
      event.preventDefault();
      latest.current[pressed.completed]?.();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
