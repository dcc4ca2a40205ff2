// Checks compose files and the Dockerfile, and runs the image's steps one by one: no Docker engine is needed.
import { explain } from './lib/explained.mjs';
import { checkFiles, checkImage } from './lib/packaging/check-packaging.mjs';
import { ensureInstalled } from './lib/pnpm.mjs';
import { Processes } from './lib/processes.mjs';

const processes = new Processes();
const say = (/** @type {string} */ line) => console.log(line);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => void processes.stopAll());

try {
  await ensureInstalled(processes, say);
  checkFiles(say);
  await checkImage(processes, say);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
await processes.stopAll();
