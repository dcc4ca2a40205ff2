// Writes packages/shared-types/src/generated/openapi.ts from the built API; with --check it only compares.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'oxfmt';
import { ensureBuilt } from './lib/build.mjs';
import { Explained, explain } from './lib/explained.mjs';
import { inRoot } from './lib/paths.mjs';
import { Processes } from './lib/processes.mjs';

const GENERATED = 'packages/shared-types/src/generated/openapi.ts';
const HEADER = `// Generated from the API's OpenAPI document by "npm run contract"; changes made here are lost.\n\n`;

/** The contract as the API's source says it now. @param {Processes} processes */
async function currentContract(processes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-contract-'));
  try {
    const document = path.join(folder, 'openapi.json');
    const sentence = 'API 没有写出 OpenAPI 文档。';
    const args = ['dist/commands/write-openapi.js', document];
    await processes.mustRun(sentence, process.execPath, args, { cwd: inRoot('apps/admin-api') });
    const types = astToString(await openapiTS(pathToFileURL(document)));
    const style = JSON.parse(readFileSync(inRoot('.oxfmtrc.json'), 'utf8'));
    const { code, errors } = await format(GENERATED, HEADER + types, style);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {boolean} onlyCheck */
async function contract(onlyCheck) {
  const processes = new Processes();
  await ensureBuilt(processes, ['admin-api'], console.log);
  const wanted = await currentContract(processes);
  const file = inRoot(GENERATED);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (committed === wanted) return;
  if (onlyCheck)
    throw new Explained(`${GENERATED} 与 API 不一致：请运行 npm run contract 并提交结果。`);
  writeFileSync(file, wanted);
  console.log(`已更新 ${GENERATED}`);
}

contract(process.argv.includes('--check')).catch((error) => {
  explain(error);
  process.exitCode = 1;
});
