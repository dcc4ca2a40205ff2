import { existsSync } from 'node:fs';
import { Explained } from '../explained.mjs';
import { inRoot } from '../paths.mjs';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
/** Addresses of tests that lead nowhere. */
const NOT_SECRET = ['mysql://nobody:nothing@127.0.0.1:1/none'];
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
