import { ValidationPipe, type PipeTransform } from '@nestjs/common';
import { Refusal, fieldErrors, refuse } from '../errors/index.js';
import { ID_PATTERN } from '../ids/index.js';

/** Only what a DTO declares gets in; anything else is a 400 that names the field in Chinese. */
export function inputPipe(): ValidationPipe {
  return new ValidationPipe({
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
