import { press, SEQUENCE_MS, type KeyPress, type Pending } from './sequence';

const SEQUENCES = ['/', 'n', 'g t', 'g c', '?'];
const key = (name: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  at: 0,
  typing: false,
  modified: false,
  ...more,
});
const g: Pending = { keys: ['g'], at: 0 };

it('answers a single key at once', () => {
  expect(press(SEQUENCES, null, key('n')).completed).toBe('n');
});

it('waits for the second key of a pair', () => {
  expect(press(SEQUENCES, null, key('g'))).toEqual({ pending: g, completed: null });
  expect(press(SEQUENCES, g, key('t', { at: 200 })).completed).toBe('g t');
});

it('forgets the first key when the second comes too late', () => {
  expect(press(SEQUENCES, g, key('t', { at: SEQUENCE_MS + 1 })).completed).toBeNull();
});

it('takes a wrong second key as a fresh start', () => {
  expect(press(SEQUENCES, g, key('n', { at: 100 })).completed).toBe('n');
});

it('never listens while text is being typed or a browser shortcut is held', () => {
  expect(press(SEQUENCES, null, key('n', { typing: true })).completed).toBeNull();
  expect(press(SEQUENCES, null, key('n', { modified: true })).completed).toBeNull();
});

it('ignores named keys such as Shift between the two of a pair', () => {
  expect(press(SEQUENCES, null, key('Shift')).completed).toBeNull();
});
