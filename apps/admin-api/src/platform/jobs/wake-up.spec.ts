import { describe, expect, it } from '@jest/globals';
import { WakeUp } from './wake-up.js';

const LONG_MS = 60_000;

describe('a pause that can be ended', () => {
  it('ends when called', async () => {
    const wakeUp = new WakeUp();
    const waited = wakeUp.wait(LONG_MS);
    wakeUp.call();
    await expect(waited).resolves.toBeUndefined();
  });

  it('does not begin when the call came before', async () => {
    const wakeUp = new WakeUp();
    wakeUp.call();
    await expect(wakeUp.wait(LONG_MS)).resolves.toBeUndefined();
  });

  it('ends by itself after its time', async () => {
    await expect(new WakeUp().wait(1)).resolves.toBeUndefined();
  });
});
