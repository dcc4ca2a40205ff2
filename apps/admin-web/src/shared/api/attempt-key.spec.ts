import { attemptKeyFor } from './attempt-key';

let made = 0;
const newKey = () => `key-${(made += 1)}`;

it('keeps the key while the same booking is tried again', () => {
  const first = attemptKeyFor(null, { start: '10:00', services: ['a'] }, newKey);
  expect(attemptKeyFor(first, { start: '10:00', services: ['a'] }, newKey).key).toBe(first.key);
});

it('makes a new key once anything in the booking changes', () => {
  const first = attemptKeyFor(null, { start: '10:00' }, newKey);
  expect(attemptKeyFor(first, { start: '10:15' }, newKey).key).not.toBe(first.key);
});
