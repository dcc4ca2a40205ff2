import type { Config } from '../platform/config/index.js';
import type { SubjectKeys } from '../platform/crypto/index.js';
import type { Database, UnitOfWork } from '../platform/database/index.js';

/** Keys that one transaction wraps anew: few enough that no client's request waits for long. */
const BATCH = 200;

/** Clients' keys are wrapped with a key-encryption key that the configuration does not name. */
export class KeyNotConfigured extends Error {
  constructor(readonly versions: readonly number[]) {
    super(`YANCE_KEYS 里没有版本 ${versions.join('、')} 的密钥，用它加密的顾客密钥无法更换`);
    this.name = 'KeyNotConfigured';
  }
}

export interface RotationParts {
  readonly config: Config;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly keys: SubjectKeys;
}

/**
 * Wraps every client's key with the newest key-encryption key, in small transactions beside running processes; may be
 * broken off and begun again. When it is through, no row names an older version, and those may leave YANCE_KEYS.
 * @returns how many keys were wrapped anew
 * @throws KeyNotConfigured before anything is changed
 */
export async function rotateSubjectKeys(parts: RotationParts): Promise<number> {
  const configured = parts.config.keyEncryptionKeys.map(({ version }) => version);
  let done = 0;
  for (;;) {
    const older = (await versionsInUse(parts.database)).filter((one) => one !== configured[0]);
    if (older.length === 0) return done;
    const unknown = older.filter((version) => !configured.includes(version));
    if (unknown.length > 0) throw new KeyNotConfigured(unknown);
    for (const version of older) done += await rotateFrom(parts, version);
  }
}

async function rotateFrom({ unitOfWork, keys }: RotationParts, version: number): Promise<number> {
  let done = 0;
  for (;;) {
    const wrapped = await unitOfWork.run((tx) => keys.rewrapKeys(tx, version, BATCH));
    if (wrapped === 0) return done;
    done += wrapped;
  }
}

async function versionsInUse(database: Database): Promise<number[]> {
  const rows = await database.rows<{ version: number }>(
    'SELECT DISTINCT kek_version AS version FROM subject_key ORDER BY kek_version',
  );
  return rows.map(({ version }) => version);
}
