// Watches over a throwaway database: the pipe to our parent ends with the parent, even when that is killed.
import { rmSync } from 'node:fs';
import { PrivateInstance } from '../database/private-instance.mjs';

const folder = process.argv[2];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('end', async () => {
  await new PrivateInstance(folder).kill();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
