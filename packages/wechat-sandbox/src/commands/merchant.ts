import { EnvironmentError, readEnvironment } from '../environment.js';
import { keptMerchant } from '../pay/keys/kept-merchant.js';
import { settingsOf } from '../pay/keys/merchant.js';

/** Prints what GET /_sandbox/merchant will say, so that the API can be told before the sandbox listens. */
function main(): void {
  const { dataFolder, mchid } = readEnvironment(process.env);
  if (dataFolder === undefined) {
    throw new EnvironmentError('YANCE_DATA must be set: without it the sandbox keeps no keys.');
  }
  process.stdout.write(`${JSON.stringify(settingsOf(keptMerchant(dataFolder, mchid)))}\n`);
}

try {
  main();
} catch (error) {
  const sentence = error instanceof EnvironmentError ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
