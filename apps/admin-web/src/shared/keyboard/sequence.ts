/** How long the second key of a pair such as `g t` may take, in milliseconds. */
export const SEQUENCE_MS = 1200;

export interface KeyPress {
  readonly key: string;
  readonly at: number;
  /** The cursor is in a text field, so the key is text. */
  readonly typing: boolean;
  /** Ctrl, Alt or the command key is held: the browser's own shortcut. */
  readonly modified: boolean;
}

export interface Pending {
  readonly keys: readonly string[];
  readonly at: number;
}

export interface Pressed {
  readonly pending: Pending | null;
  /** The sequence that this press completed, such as `g t`. */
  readonly completed: string | null;
}

const NOTHING: Pressed = { pending: null, completed: null };

/** Follows key presses through a set of sequences (`/`, `n`, `g t`) without touching what is being typed. */
export function press(
  sequences: readonly string[],
  pending: Pending | null,
  { key, at, typing, modified }: KeyPress,
): Pressed {
  if (typing || modified || key.length > 1) return NOTHING;
  const before = pending && at - pending.at <= SEQUENCE_MS ? pending.keys : [];
  for (const keys of [[...before, key], [key]]) {
    const typed = keys.join(' ');
    if (sequences.includes(typed)) return { pending: null, completed: typed };
    if (sequences.some((sequence) => sequence.startsWith(`${typed} `)))
      return { pending: { keys, at }, completed: null };
  }
  return NOTHING;
}
