import { readFileSync } from 'node:fs';

/** What may be given as a file instead: containers mount secrets, and a process list shows environments. */
export const SECRETS_FROM_FILES = [
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'WECHAT_SECRET',
  'WECHAT_PAY_MERCHANT_SERIAL',
  'WECHAT_PAY_PRIVATE_KEY',
  'WECHAT_PAY_API_V3_KEY',
  'WECHAT_PAY_PUBLIC_KEYS',
  'SMS_TENCENT_SECRET_ID',
  'SMS_TENCENT_SECRET_KEY',
  'YANCE_KEYS',
  'YANCE_BLIND_INDEX_KEY',
  'YANCE_SEAL_KEY',
  'YANCE_METRICS_TOKEN',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with the content of the named files in place, and what was wrong with the files. */
export interface ResolvedEnvironment {
  readonly values: Environment;
  readonly problems: readonly { readonly name: string; readonly why: string }[];
}

/** Reads `NAME_FILE` for each secret. A secret that is given twice is refused: nobody could tell which one counts. */
export function withSecretFiles(source: Environment): ResolvedEnvironment {
  const values: Record<string, string | undefined> = { ...source };
  const problems: { name: string; why: string }[] = [];
  for (const name of SECRETS_FROM_FILES) {
    const file = source[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (source[name]?.trim()) {
      problems.push({ name, why: `is given twice, also by ${name}_FILE` });
      continue;
    }
    const content = contentOf(file);
    if (content.why) problems.push({ name: `${name}_FILE`, why: content.why });
    values[name] = content.text;
  }
  return { values, problems };
}

function contentOf(file: string): { text?: string; why?: string } {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? { why: 'names an empty file' } : { text };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { why: `names a file that cannot be read (${code})` };
  }
}
