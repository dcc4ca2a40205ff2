import { safeReturn } from './safe-return';

it('returns to the page that asked for the login', () => {
  expect(safeReturn('/clients/01J?tab=visits')).toBe('/clients/01J?tab=visits');
});

it.each([
  [null],
  ['https://evil.example'],
  ['//evil.example'],
  ['/\\evil.example'],
  ['/login?from=/'],
])('goes home instead of %s', (from) => {
  expect(safeReturn(from)).toBe('/');
});
