import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';

/** How many parts a list may have. */
interface ListBounds {
  readonly min?: number;
  readonly max: number;
  /** What is said when there are fewer; a sentence of its own where the form has one. */
  readonly tooFew?: string;
}

/** A list of parts, each of which is checked as such a part. @param part  names the part's class, as it may come later */
export const ListOf = (
  part: () => new () => object,
  { min = 0, max, tooFew }: ListBounds,
): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(min, tooFew === undefined ? {} : { message: tooFew }),
    ArrayMaxSize(max),
    // A list in the list would pass as parts of its own.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(part),
  );
