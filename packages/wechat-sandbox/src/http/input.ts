import { bodyText, isObject, parseObject, type JsonObject } from './raw-body.js';
import type { FastifyRequest } from 'fastify';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Input that cannot be used; answered as 400 problem+json with each field named. */
export class BadInput extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map((error) => `${error.field}：${error.message}`).join('；'));
  }

  body(): object {
    return {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      code: 'INVALID_INPUT',
      detail: this.message,
      errors: this.errors,
    };
  }
}

/** A body of JSON. An empty one counts as {}. @throws BadInput when it is not a JSON object */
export function readJson(request: FastifyRequest): JsonObject {
  const text = bodyText(request);
  if (text.trim() === '') return {};
  const body = parseObject(text);
  if (body === undefined) throw new BadInput([{ field: 'body', message: '须是 JSON 对象' }]);
  return body;
}

const MOST_IN_LIST = 1_000;

interface IntegerBounds {
  readonly from: number;
  readonly to: number;
  readonly otherwise: number;
}

/** Reads fields one by one and collects what is wrong, so that the caller hears all of it at once. */
export class Fields {
  private readonly errors: FieldError[] = [];

  constructor(private readonly values: JsonObject) {}

  text(field: string, pattern: RegExp, means: string): string {
    const value = this.values[field];
    if (value === undefined || value === null || value === '') {
      return this.reject(field, `必填，${means}`, '');
    }
    if (typeof value !== 'string' || !pattern.test(value)) return this.reject(field, means, '');
    return value;
  }

  optionalText(field: string, pattern: RegExp, means: string): string | undefined {
    return this.values[field] === undefined ? undefined : this.text(field, pattern, means);
  }

  choice<T extends string>(field: string, allowed: readonly [T, ...T[]]): T {
    const value = this.values[field];
    const found = allowed.find((each) => each === value);
    return found ?? this.reject(field, `须是 ${allowed.join('、')} 之一`, allowed[0]);
  }

  integer(field: string, { from, to, otherwise }: IntegerBounds): number {
    const value = this.values[field] ?? otherwise;
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) {
      return value;
    }
    return this.reject(field, `须是 ${String(from)} 至 ${String(to)} 的整数`, otherwise);
  }

  flag(field: string): boolean {
    const value = this.values[field] ?? false;
    return typeof value === 'boolean' ? value : this.reject(field, '须是 true 或 false', false);
  }

  has(field: string): boolean {
    return this.values[field] !== undefined;
  }

  /** A list of texts, each fitting the pattern; at most a thousand. */
  textList(field: string, pattern: RegExp, means: string): string[] {
    const value = this.values[field];
    const fits =
      Array.isArray(value) &&
      value.length <= MOST_IN_LIST &&
      value.every((each) => typeof each === 'string' && pattern.test(each));
    return fits ? (value as string[]) : this.reject(field, `须是数组，每一项${means}`, []);
  }

  /** A list of objects, each read by its own fields; wrong ones are named `field.0.name`. */
  objects<T>(field: string, read: (fields: Fields) => T): T[] {
    const value = this.values[field];
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_IN_LIST) {
      return this.reject(field, '须是数组，至少一项', []);
    }
    return value.map((each: unknown, at) => {
      const fields = new Fields(isObject(each) ? each : {});
      const result = read(fields);
      for (const { field: name, message } of fields.errors) {
        this.reject(`${field}.${String(at)}.${name}`, message, null);
      }
      return result;
    });
  }

  /** A flat object of texts; numbers are taken as texts. */
  texts(field: string): Record<string, string> {
    const value = this.values[field] ?? {};
    if (!isObject(value)) return this.reject(field, '须是对象', {});
    const entries = Object.entries(value).map(([name, each]): [string, string] => {
      if (typeof each === 'number' || typeof each === 'string') return [name, String(each)];
      return [name, this.reject(`${field}.${name}`, '须是文字', '')];
    });
    return Object.fromEntries(entries);
  }

  reject<T>(field: string, message: string, standIn: T): T {
    this.errors.push({ field, message });
    return standIn;
  }

  /** Refuses fields that nobody reads, where a misspelt one would quietly do nothing. */
  onlyThese(names: readonly string[]): void {
    for (const field of Object.keys(this.values)) {
      if (!names.includes(field))
        this.reject(field, `没有这个字段，可用：${names.join('、')}`, null);
    }
  }

  /** @throws BadInput when anything was wrong */
  check(): void {
    if (this.errors.length > 0) throw new BadInput(this.errors);
  }
}
