import { ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@yance/shared-types';
import { Refusal, fieldErrors, refuse, refuseField } from '../errors/index.js';
import { ID_PATTERN } from '../ids/index.js';

/** No form is nested so deep; a body that is would exhaust the stack of whoever walks it. */
const DEEPEST = 16;

/** Names that every object has: the validators find them in the prototype and take them for declared. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What no DTO can judge: a member nested too deep, or one with the name of something that every object has. */
function unfit(value: unknown, path = '', depth = 0): FieldError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return { field: path.split('.')[0] ?? path, message: '内容嵌套太深' };
  for (const [name, each] of Object.entries(value)) {
    const field = path === '' ? name : `${path}.${name}`;
    if (INHERITED.has(name)) return { field, message: '不认识这个字段' };
    const found = unfit(each, field, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Bodies are objects, or nothing where nothing in them is required; Nest would take null for an empty object. */
class InputPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (metadata.type === 'body' && value !== undefined && !isObject) {
      refuseField('body', '应为一个对象');
    }
    const found = ['body', 'query'].includes(metadata.type) ? unfit(value) : undefined;
    if (found) refuseField(found.field, found.message);
    return (await super.transform(value, metadata)) as unknown;
  }
}

/** Only what a DTO declares gets in; anything else is a 400 that names the field in Chinese. */
export function inputPipe(): ValidationPipe {
  return new InputPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Refusal('INVALID_INPUT', { fields: fieldErrors(errors) }),
  });
}

/** An id in a path. Something that cannot be an id is nobody's thing: 404, the same as a stranger's. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return ID_PATTERN.test(value) ? value : refuse('NOT_FOUND');
  }
}
