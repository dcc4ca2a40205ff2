import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ROOT, inRoot } from '../lib/paths.mjs';

const CODE = /\.(?:[cm]?js|tsx?|jsonc)$/;
/** A rule that may be turned off beside the line that breaks it is no rule. */
const TURNED_OFF = new RegExp(`(?:oxlint|eslint)-${'disable'}`);
/** A test that is left out, or that leaves out all others, is a lie in the count. */
const LEFT_OUT =
  /\b(?:it|test|describe)\.(?:only|skip|todo|failing)\b|^\s*(?:xit|xtest|xdescribe|fit|fdescribe)\(/m;

/** Files of this repository that hold code and match. @param {RegExp} pattern */
function filesWith(pattern) {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.split('\0').filter((file) => CODE.test(file));
  assert.ok(files.length > 1_000, 'the files of the repository were listed');
  return files.filter((file) => pattern.test(readFileSync(inRoot(file), 'utf8')));
}

test('no comment turns a rule of the linter off', () => {
  assert.deepEqual(filesWith(TURNED_OFF), []);
});

test('no test is left out, and none leaves out the others', () => {
  assert.deepEqual(filesWith(LEFT_OUT), []);
});
