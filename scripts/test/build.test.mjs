import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { hashOfFiles, sourceFiles } from '../lib/build.mjs';

let folder = '';
/** @param {string} name  @param {string} content */
const write = (name, content) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const hash = () => hashOfFiles(sourceFiles(folder));

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yance-build-'));
  write('package.json', '{}');
  write('src/main.ts', 'export const a = 1;');
  write('src/rules/split.ts', 'export const b = 2;');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a changed, added, removed or renamed source asks for a new build', () => {
  const seen = [hash()];
  write('src/main.ts', 'export const a = 2;');
  seen.push(hash());
  write('src/more.ts', '');
  seen.push(hash());
  rmSync(path.join(folder, 'src/main.ts'));
  seen.push(hash());
  renameSync(path.join(folder, 'src/more.ts'), path.join(folder, 'src/less.ts'));
  seen.push(hash());
  assert.equal(new Set(seen).size, seen.length);
});

test('content that moves from one file to the next is a change', () => {
  write('src/a.ts', 'xy');
  write('src/b.ts', 'z');
  const before = hash();
  write('src/a.ts', 'x');
  write('src/b.ts', 'yz');
  assert.notEqual(hash(), before);
});

test('a touched file, a test or a built file asks for nothing', () => {
  const before = hash();
  utimesSync(path.join(folder, 'src/main.ts'), new Date(0), new Date(0));
  write('src/rules/split.spec.ts', '');
  write('src/rules/split.db-spec.ts', '');
  write('test/http/book.spec.ts', '');
  write('dist/main.js', '');
  write('node_modules/x/index.js', '');
  assert.equal(hash(), before);
});
