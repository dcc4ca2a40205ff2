import { ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { Refusal, fieldErrors, refuse, refuseField } from '../errors/index.js';
import { ID_PATTERN } from '../ids/index.js';

/** No form is nested so deep; a body that is would exhaust the stack of whoever walks it. */
const DEEPEST = 16;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
}

/** Bodies are objects, or nothing where nothing in them is required; Nest would take null for an empty object. */
class InputPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (metadata.type === 'body' && value !== undefined && !isObject) {
      refuseField('body', '应为一个对象');
    }
    if (isTooDeep(value)) refuseField(metadata.data ?? metadata.type, '内容嵌套太深');
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
