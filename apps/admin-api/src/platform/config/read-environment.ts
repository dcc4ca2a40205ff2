import { withSecretFiles } from './secret-files.js';

/** A secret as it was given: in the environment, or in a file that may change while we run. */
export type SecretSource =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly file: string };

/** Collects every bad variable before it complains, so that one start names them all. */
export class EnvironmentReader {
  readonly #problems: string[] = [];
  readonly #values: Readonly<Record<string, string | undefined>>;

  /** Secrets may stand in files: see SECRETS_FROM_FILES. */
  constructor(source: Readonly<Record<string, string | undefined>>) {
    const { values, problems } = withSecretFiles(source);
    this.#values = values;
    for (const { name, why } of problems) this.#bad(name, why);
  }

  #value(name: string): string | undefined {
    const value = this.#values[name]?.trim();
    return value === '' ? undefined : value;
  }

  #bad(name: string, why: string): void {
    this.#problems.push(`${name}: ${why}`);
  }

  text(name: string, fallback?: string): string {
    const value = this.#value(name) ?? fallback;
    if (value === undefined) this.#bad(name, 'is missing');
    return value ?? '';
  }

  optional(name: string): string | undefined {
    return this.#value(name);
  }

  /** Where a secret stands, for those that are read again while we run. Undefined when it was not given. */
  source(name: string): SecretSource | undefined {
    const file = this.#value(`${name}_FILE`);
    if (file !== undefined) return { name, file };
    const text = this.#value(name);
    return text === undefined ? undefined : { name, text };
  }

  integer(name: string, fallback: number, range: { min: number; max: number }): number {
    const value = this.#value(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    const fits = Number.isInteger(number) && number >= range.min && number <= range.max;
    if (!fits) this.#bad(name, `must be an integer from ${range.min} to ${range.max}`);
    return number;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.#value(name) ?? fallback;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) this.#bad(name, `must be one of ${choices.join(', ')}`);
    return choice ?? fallback;
  }

  /** An absolute URL of one of the given protocols, without a slash at its end. */
  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.#value(name) ?? fallback;
    if (value === undefined) {
      this.#bad(name, 'is missing');
      return '';
    }
    const ok = URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1));
    if (!ok) this.#bad(name, `must be a URL of ${protocols.join(' or ')}`);
    return value.replace(/\/+$/, '');
  }

  /** Bytes in base64 of an exact length. */
  key(name: string, text: string | undefined, length: number): Buffer {
    const bytes = Buffer.from(text ?? '', 'base64');
    if (bytes.length !== length) this.#bad(name, `must hold ${length} bytes in base64`);
    return bytes;
  }

  /** Records a rule that spans several variables. */
  require(condition: boolean, name: string, why: string): void {
    if (!condition) this.#bad(name, why);
  }

  /** @throws Error naming each bad variable and never its value */
  finish(): void {
    if (this.#problems.length > 0) {
      throw new Error(`bad environment:\n  ${this.#problems.join('\n  ')}`);
    }
  }
}
