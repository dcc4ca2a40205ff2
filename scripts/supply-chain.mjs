// npm run supply-chain -- [folder]   checks what we build on, and writes the bills of materials and the licence list
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained, explain } from './lib/explained.mjs';
import { inRoot } from './lib/paths.mjs';
import { ensureInstalled, pnpmRunner } from './lib/pnpm.mjs';
import { Processes } from './lib/processes.mjs';
import { audit } from './lib/supply-chain/audit.mjs';
import { billOfMaterials, billProblems } from './lib/supply-chain/bill-of-materials.mjs';
import {
  buildRuleProblems,
  compiledPackages,
  packagesWithScripts,
} from './lib/supply-chain/install-scripts.mjs';
import { installedLicences, licenceProblems } from './lib/supply-chain/licences.mjs';
import { lockedPackages, lockfileProblems } from './lib/supply-chain/lockfile.mjs';
import { readPolicy } from './lib/supply-chain/policy.mjs';
import { filesOfTheRepository, secretsIn, secretsInHistory } from './lib/supply-chain/secrets.mjs';

const SHIPPED = ['@yance/admin-api', '@yance/admin-web', '@yance/miniprogram'];

const processes = new Processes();
const pnpm = pnpmRunner(processes);
const folder = path.resolve(process.argv[2] ?? inRoot('.cache/supply-chain'));
let failed = 0;

/** @param {string} what  @param {readonly string[]} problems */
function say(what, problems) {
  if (problems.length > 0) failed += 1;
  console.log([`${problems.length === 0 ? '✔' : '✖'} ${what}`, ...problems].join('\n  '));
}

/** @param {string} name  @param {unknown} content */
function write(name, content) {
  writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}

async function check() {
  mkdirSync(folder, { recursive: true });
  await ensureInstalled(processes, console.log);
  const policy = readPolicy();
  const lock = readFileSync(inRoot('pnpm-lock.yaml'), 'utf8');
  say(
    `锁文件：${lockedPackages(lock)} 个包，都有 SHA-512，不含任何下载地址`,
    lockfileProblems(lock),
  );

  const store = inRoot('node_modules/.pnpm');
  const withScripts = packagesWithScripts(store);
  const rules = buildRuleProblems(readFileSync(inRoot('pnpm-workspace.yaml'), 'utf8'), withScripts);
  say(`安装脚本：${withScripts.length} 个包带有脚本，全部被禁止，没有运行过`, [
    ...rules,
    ...compiledPackages(store),
  ]);

  const licences = await installedLicences(pnpm);
  const count = Object.values(licences).flat().length;
  say(
    `许可证：${count} 个包，${policy.licenceExceptions.length} 条例外`,
    licenceProblems(licences, policy),
  );
  write('licences.json', licences);

  for (const name of SHIPPED) {
    const bill = await billOfMaterials(pnpm, name);
    say(`物料清单 ${name}：${bill.components.length} 个组件`, billProblems(bill));
    write(`${name.replace('@yance/', '')}.cdx.json`, bill);
  }

  const files = await filesOfTheRepository(processes);
  const found = await secretsIn(processes, files);
  say(`密钥扫描：${files.length} 个文件`, found === '' ? [] : [found]);
  const history = await secretsInHistory(processes);
  say(`密钥扫描：${history.commits} 次提交的历史`, history.found === '' ? [] : [history.found]);

  const answer = await audit(pnpm, policy, new Date().toISOString().slice(0, 10));
  if (answer.checked) say(`漏洞：${answer.known} 条已知例外`, answer.problems);
  else console.log(`？ 漏洞：未检查 / not checked（${answer.why}）`);
  console.log(`结果在 ${folder}`);
  if (failed > 0) throw new Explained(`供应链检查有 ${failed} 项没有通过。`);
}

await check().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
