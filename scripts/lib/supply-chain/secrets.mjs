import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Explained } from '../explained.mjs';
import { inRoot } from '../paths.mjs';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
/** Addresses of tests that lead nowhere. */
const NOT_SECRET = [
  'mysql://nobody:nothing@127.0.0.1:1/none',
  String.raw`/postgres:\/\/u:hunter2@h\/d/`,
];
/** What tests and examples write in place of a secret: a few signs over and over, or all of them in order. */
const EXAMPLE = '(?!(.{1,2})\\1{6}|0123456789abcdef)';
/** A name as a shell, YAML, JSON or a program would set it. */
const setTo = (/** @type {string} */ names, /** @type {string} */ value) =>
  `/(?:${names})["']?\\s*[:=]\\s*["']?${EXAMPLE}${value}/`;
/** This house's own secrets: random signs without a shape that a scanner for everybody could know. */
const OWN = {
  name: 'a secret of Yance',
  patterns: [
    setTo('YANCE_KEYS', '(?:\\d+:)?[A-Za-z0-9+/]{43}='),
    setTo('YANCE_BLIND_INDEX_KEY|YANCE_SEAL_KEY', '[A-Za-z0-9+/]{43}='),
    setTo('WECHAT_SECRET', '[0-9a-f]{32}\\b'),
    setTo('WECHAT_PAY_API_V3_KEY', '[0-9A-Za-z]{32}\\b'),
  ],
};
const RULES = {
  rules: [
    {
      id: PRESET,
      rules: [
        {
          id: '@secretlint/secretlint-rule-database-connection-string',
          options: { allows: NOT_SECRET },
        },
      ],
    },
    { id: '@secretlint/secretlint-rule-pattern', options: { patterns: [OWN] } },
  ],
};
const FILES_AT_ONCE = 400;

/**
 * Files that git knows or would add, relative to the root.
 * @param {import('../processes.mjs').Processes} processes
 */
export async function filesOfTheRepository(processes) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { code, output } = await processes.run('git', args, { cwd: inRoot() });
  if (code !== 0) throw new Explained('git 没有列出文件。', { details: output });
  return output.split('\0').filter((file) => file !== '' && existsSync(inRoot(file)));
}

/**
 * Looks for keys, tokens and passwords in URLs that somebody left in a file.
 * @param {import('../processes.mjs').Processes} processes  @param {readonly string[]} files  relative to the folder
 * @param {string} [folder]  the scanner looks at nothing outside it
 * @returns {Promise<string>} what was found with the secrets masked; empty when nothing was
 * @throws Explained when the scanner itself failed
 */
export async function secretsIn(processes, files, folder = inRoot()) {
  let found = '';
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const args = [
      inRoot('node_modules/secretlint/bin/secretlint.js'),
      ...[
        '--secretlintrcJSON',
        JSON.stringify(RULES),
        '--no-glob',
        '--no-color',
        '--maskSecrets',
        '--format',
        'unix',
      ],
      ...files.slice(at, at + FILES_AT_ONCE),
    ];
    const { code, output } = await processes.run(process.execPath, args, { cwd: folder });
    if (code !== 0 && code !== 1)
      throw new Explained('secretlint 没有运行成功。', { details: output.slice(-2000) });
    if (code === 1) found += output;
  }
  return found;
}

/**
 * The same over everything that any commit ever added: what was taken out again is still in every clone.
 * @param {import('../processes.mjs').Processes} processes  @param {string} [repository]
 * @returns {Promise<{ commits: number, found: string }>} where it was found, by commit; a shallow clone has fewer of them
 */
export async function secretsInHistory(processes, repository = inRoot()) {
  const args = ['log', '-p', '-U0', '--no-color', '--no-ext-diff', '--format=%x00%H'];
  // A history is longer than what is kept of a program's output.
  const options = { cwd: repository, encoding: /** @type {const} */ ('utf8'), maxBuffer: 2 ** 30 };
  const output = execFileSync('git', args, options);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-history-'));
  try {
    const files = output
      .split('\0')
      .slice(1)
      .map((commit) => {
        const lines = commit.split('\n');
        const added = lines.filter((line) => line.startsWith('+') && !line.startsWith('+++'));
        const file = `${lines[0]}.txt`;
        writeFileSync(path.join(folder, file), added.map((line) => line.slice(1)).join('\n'));
        return file;
      });
    return { commits: files.length, found: await secretsIn(processes, files, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
