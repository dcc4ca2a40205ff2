import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB of memory, two passes, one lane. The library's own default kind is argon2id. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 10;
/** Longer ones only cost time to hash. */
const LONGEST = 128;

/** Passwords that stand in our own documents. */
const PUBLISHED = new Set(['yance-demo']);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2ID);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'));
}

/** True for a password that anyone can read in our documents. */
export function isPublishedPassword(password: string): boolean {
  return PUBLISHED.has(password);
}

/** What is wrong with a new password, in Chinese; undefined when nothing is. Length counts, not kinds of characters (NIST SP 800-63B). */
export function passwordProblem(password: string, username: string): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return `密码至少 ${SHORTEST} 个字符`;
  if (length > LONGEST) return `密码最多 ${LONGEST} 个字符`;
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  if (new Set(password).size < 4) return '密码太简单，请多用几种字符';
  return undefined;
}
