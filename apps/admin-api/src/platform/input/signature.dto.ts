import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateBy } from 'class-validator';

const MOST_STROKES = 80;
const MOST_COORDINATES = 2_000;
const SIDE = 4_096;

/** Pairs of whole numbers, x then y, inside the square. */
const isStroke = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.length <= MOST_COORDINATES &&
  value.length % 2 === 0 &&
  value.every(
    (part) => Number.isInteger(part) && (part as number) >= 0 && (part as number) <= SIDE,
  );

/** What a finger drew: lines of points, as it was drawn, so that it can be shown at any size. */
export class SignatureDto {
  /** Size of the field that it was drawn in. */
  @IsInt()
  @Min(1)
  @Max(SIDE)
  width: number;

  @IsInt()
  @Min(1)
  @Max(SIDE)
  height: number;

  /** Each line is x0, y0, x1, y1, …; at most 80 lines of 1000 points. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STROKES)
  @ValidateBy(
    {
      name: 'isStroke',
      validator: { validate: isStroke, defaultMessage: () => '签名内容不正确，请重新签' },
    },
    { each: true },
  )
  strokes: number[][];
}
