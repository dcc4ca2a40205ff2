import type { Config } from '../../platform/config/index.js';
import type { Reader } from '../../platform/database/index.js';
import { StaffAccounts } from './data/staff-accounts.js';

/**
 * Keeps a production system with the demo salon's accounts from starting: their password stands in our documents.
 * @throws Error that names the accounts
 */
export async function refuseDemoAccounts(config: Config, reader: Reader): Promise<void> {
  if (config.kind !== 'production') return;
  const names = await new StaffAccounts().demoUsernames(reader);
  if (names.length === 0) return;
  throw new Error(`production refuses to start with demo accounts: ${names.join(', ')}`);
}
