import { isObject, type JsonObject } from '../../http/raw-body.js';
import { badField, PayError } from './errors.js';

const FOUR_BYTES = /[\u{10000}-\u{10FFFF}]/u;

interface TextRule {
  readonly max: number;
  readonly pattern?: RegExp;
}

/** Reads the fields of a body; the first wrong one is the refusal, named by its JSON pointer. */
export class PayFields {
  constructor(
    private readonly values: JsonObject,
    private readonly pointer = '',
  ) {}

  /** @throws PayError PARAM_ERROR */
  text(name: string, rule: TextRule): string {
    return this.optionalText(name, rule) ?? this.refuse(name, '缺少必填字段');
  }

  /** @throws PayError PARAM_ERROR */
  optionalText(name: string, { max, pattern }: TextRule): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return this.refuse(name, '类型须是字符串');
    if ([...value].length > max) return this.refuse(name, `长度超过 ${String(max)}`);
    if (FOUR_BYTES.test(value)) return this.refuse(name, '含有四字节的 UTF-8 字符');
    if (pattern !== undefined && !pattern.test(value)) return this.refuse(name, '格式不正确');
    return value;
  }

  /** A whole number of fen. @throws PayError PARAM_ERROR */
  fen(name: string): number {
    const value = this.values[name];
    if (value === undefined || value === null) return this.refuse(name, '缺少必填字段');
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      return this.refuse(name, '类型须是整数');
    }
    if (value < 1) return this.refuse(name, '数值须大于 0');
    return value;
  }

  /** An object inside; an empty one when it is missing. @throws PayError PARAM_ERROR */
  object(name: string): PayFields {
    const value = this.values[name] ?? {};
    if (!isObject(value)) return this.refuse(name, '类型须是对象');
    return new PayFields(value, `${this.pointer}/${name}`);
  }

  /** A list of objects inside; empty when it is missing. @throws PayError PARAM_ERROR */
  objects(name: string): PayFields[] {
    const value = this.values[name] ?? [];
    if (!Array.isArray(value)) return this.refuse(name, '类型须是数组');
    return value.map((each: unknown, at) =>
      isObject(each)
        ? new PayFields(each, `${this.pointer}/${name}/${String(at)}`)
        : this.refuse(name, '每一项须是对象'),
    );
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** @throws PayError PARAM_ERROR always */
  refuse(name: string, issue: string): never {
    throw badField(`${this.pointer}/${name}`, this.values[name], issue);
  }
}

/** An address that may be told about payments: http or https, no query. @throws PayError */
export function notifyUrlIn(fields: PayFields, max: number): string {
  const url = fields.text('notify_url', { max });
  return notifyUrl(fields, url);
}

/** The same where it may be left out. @throws PayError */
export function optionalNotifyUrl(fields: PayFields, max: number): string | undefined {
  const url = fields.optionalText('notify_url', { max });
  return url === undefined ? undefined : notifyUrl(fields, url);
}

function notifyUrl(fields: PayFields, url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const fits =
    parsed !== undefined && /^https?:$/.test(parsed.protocol) && !/[?#]/.test(url) && url !== '';
  return fits ? url : fields.refuse('notify_url', '须是不带参数的 http 或 https 地址');
}

/** The same value written in one way, whatever the order of its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** @throws PayError when the merchant number of a body or a query is not the one that signed */
export function requireOwnMchid(given: string, own: string): void {
  if (given !== own) throw new PayError('MCH_NOT_EXISTS', '商户号不存在或与签名的商户号不一致');
}
