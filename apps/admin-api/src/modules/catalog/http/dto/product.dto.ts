import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { PRODUCT_STATES, type ProductState } from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IfGiven, OrNull } from '../../../../platform/input/index.js';
import { BARCODE_PATTERN } from '../../rules/product-draft.js';

const MOST_FEN = 100_000_000;
/** A picture of the house's own or of the web. */
const IMAGE_PATTERN = /^(?:https:\/\/|\/)[\x21-\x7e]{1,290}$/;

/** A product that a store sells. */
export class ProductDto {
  id: string;
  name: string;
  /** The heading that it stands under. */
  category: string;
  brand: string;
  /** What one of it is: 50ml/瓶. */
  unit: string;
  description: string;
  /** Fen. */
  priceFen: number;
  /** Fen; null when members pay what all pay. */
  memberPriceFen: number | null;
  imageUrl: string | null;
}

export class ProductListDto {
  items: ProductDto[];
}

/** A product as its salon keeps it. */
export class StaffProductDto extends ProductDto {
  barcode: string | null;
  /** Stores that sell it. */
  storeIds: string[];
  state: ProductState;
  sort: number;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
  /** RFC 3339, UTC. */
  updatedAt: string;
}

export class StaffProductListDto {
  items: StaffProductDto[];
}

/** What a product was in one of its versions. */
export class ProductVersionDto {
  name: string;
  category: string;
  brand: string;
  unit: string;
  description: string;
  priceFen: number;
  memberPriceFen: number | null;
  barcode: string | null;
  imageUrl: string | null;
  storeIds: string[];
  state: ProductState;
  sort: number;
}

/** One version of a product: who made it, when, and what it said. */
export class ProductChangeDto {
  version: number;
  /** RFC 3339, UTC. */
  at: string;
  byName: string;
  product: ProductVersionDto;
}

export class ProductHistoryDto {
  product: StaffProductDto;
  /** Latest first. */
  changes: ProductChangeDto[];
}

export class ClientProductsQueryDto {
  /** The store whose shelf is read. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class StaffProductsQueryDto {
  /** Only what this store sells now; absent: every product in every state. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  /** Part of a name or brand, the first letters of a name, or a whole barcode. */
  @IfGiven()
  @CleanText()
  @IsString()
  @Length(0, 60)
  q?: string;
}

export class CreateProductDto {
  @CleanText()
  @IsString()
  @Length(1, 60)
  name: string;

  @CleanText()
  @IsString()
  @Length(1, 40)
  category: string;

  @CleanText()
  @IsString()
  @Length(1, 40)
  brand: string;

  /** What one of it is: 50ml/瓶. */
  @CleanText()
  @IsString()
  @Length(1, 20)
  unit: string;

  @CleanText()
  @IsString()
  @Length(0, 500)
  description: string;

  /** Fen. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  priceFen: number;

  /** Fen; null when members pay what all pay. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  memberPriceFen: number | null;

  /** Of one product only; null without one. */
  @OrNull()
  @Matches(BARCODE_PATTERN)
  barcode: string | null;

  @OrNull()
  @Matches(IMAGE_PATTERN)
  imageUrl: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds: string[];

  @IsIn(PRODUCT_STATES)
  state: ProductState;

  @IsInt()
  @Min(0)
  @Max(9_999)
  sort: number;
}

/** The whole product as it shall be. */
export class ChangeProductDto extends CreateProductDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}
