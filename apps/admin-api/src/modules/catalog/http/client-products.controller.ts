import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { findProducts } from '../data/products.js';
import { ClientProductsQueryDto, ProductListDto } from './dto/product.dto.js';
import { presentProduct } from './present-product.js';

@Controller('client/products')
export class ClientProductsController {
  constructor(private readonly database: Database) {}

  /** What a store sells to take home, in the order of its shelf; empty for a store that sells nothing. */
  @Get()
  @ClientRoute()
  async list(@Query() { storeId }: ClientProductsQueryDto): Promise<ProductListDto> {
    return { items: (await findProducts(this.database, { storeId })).map(presentProduct) };
  }
}
