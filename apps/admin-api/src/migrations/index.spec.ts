import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from './index.js';

describe('the list of migrations', () => {
  it('has every migration there is, in the order of their numbers', () => {
    const files = readdirSync(path.resolve(import.meta.dirname)).sort();
    const numbers = files.flatMap((name) => /^(\d{4})-.*\.ts$/.exec(name)?.[1] ?? []);
    expect(numbers.length).toBeGreaterThan(10);
    expect(MIGRATIONS.map(({ name }) => name.slice(-4))).toEqual(numbers);
    expect(MIGRATIONS.map(({ name }) => name.slice(-13, -4))).toEqual(
      numbers.map(() => '176000000'),
    );
  });
});
