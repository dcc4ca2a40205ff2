import { expect, it } from '@jest/globals';
import { capRoom } from './card-cap.js';

it('leaves room up to the cap exactly, and none beyond it', () => {
  expect(capRoom(500_000, { balanceFen: 300_000, openFen: 0 })).toBe(200_000);
  expect(capRoom(500_000, { balanceFen: 500_000, openFen: 0 })).toBe(0);
  expect(capRoom(500_000, { balanceFen: 600_000, openFen: 0 })).toBe(0);
});

it('counts what may still be paid, so that two orders do not pass the cap together', () => {
  expect(capRoom(500_000, { balanceFen: 100_000, openFen: 300_000 })).toBe(100_000);
});

it('has no end where no cap applies', () => {
  expect(capRoom(null, { balanceFen: 9_000_000, openFen: 1 })).toBeNull();
});
