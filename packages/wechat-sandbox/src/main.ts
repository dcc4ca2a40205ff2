import { EnvironmentError, readEnvironment } from './environment.js';
import { keepMerchant, keptMerchant } from './pay/keys/kept-merchant.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';

/** Starts the sandbox as its environment says and stops it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const { port, host, dataFolder, ...app } = readEnvironment(process.env);
  const sandbox = createSandbox({ ...app, ...keptIn(dataFolder, app.mchid) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(sandbox));
  }
  await sandbox.listen({ port, host });
  process.stdout.write(`wechat-sandbox ${sandbox.url}\n`);
}

/** The merchant that lives in the data folder, where there is one. */
function keptIn(
  folder: string | undefined,
  mchid: string | undefined,
): Pick<SandboxOptions, 'merchant' | 'keepMerchant'> {
  if (folder === undefined) return {};
  return {
    merchant: keptMerchant(folder, mchid),
    keepMerchant: (merchant) => keepMerchant(folder, merchant),
  };
}

async function stop(sandbox: Sandbox): Promise<void> {
  await sandbox.close();
  process.exitCode = 0;
}

function sentenceFor(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') {
    return `SANDBOX_PORT ${process.env['SANDBOX_PORT'] ?? '3001'} is taken by another program.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
});
