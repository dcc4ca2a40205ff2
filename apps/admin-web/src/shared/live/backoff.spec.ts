import { backoffMs } from './backoff';

it('waits about a second at first and doubles from there', () => {
  expect(backoffMs(1, 0.5)).toBe(1000);
  expect(backoffMs(2, 0.5)).toBe(2000);
  expect(backoffMs(4, 0.5)).toBe(8000);
});

it('never waits longer than half a minute and a quarter of it', () => {
  expect(backoffMs(50, 1)).toBe(37_500);
});

it('spreads the tries of several screens', () => {
  expect(backoffMs(3, 0)).toBeLessThan(backoffMs(3, 1));
});
