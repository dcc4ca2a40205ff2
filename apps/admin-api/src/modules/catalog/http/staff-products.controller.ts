import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { findProducts, productById, productChanges } from '../data/products.js';
import { SaveProduct } from '../save-product.js';
import {
  ChangeProductDto,
  CreateProductDto,
  ProductHistoryDto,
  StaffProductDto,
  StaffProductListDto,
  StaffProductsQueryDto,
} from './dto/product.dto.js';
import { presentProductChange, presentStaffProduct } from './present-product.js';

/** Products on sale. A brand's products are one list; each says which stores sell it. */
@Controller('staff/products')
export class StaffProductsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly saveProduct: SaveProduct,
  ) {}

  /** With a store: what it sells now. Without: every product, also those that are no longer sold. */
  @Get()
  @StaffRoute('catalog.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: StaffProductsQueryDto,
  ): Promise<StaffProductListDto> {
    if (query.storeId !== undefined) requireStore(staff, query.storeId);
    return { items: (await findProducts(this.database, query)).map(presentStaffProduct) };
  }

  /** A product with its history. */
  @Get(':productId')
  @StaffRoute('catalog.read')
  async one(@Param('productId', IdPipe) id: string): Promise<ProductHistoryDto> {
    const product = await this.#read(id);
    const changes = await productChanges(this.database, id);
    return { product, changes: changes.map(presentProductChange) };
  }

  @Post()
  @StaffRoute('catalog.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateProductDto,
  ): Promise<StaffProductDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.saveProduct.create(tx, staff, body)).id,
    }));
    return this.#read(id);
  }

  /** The whole product as it shall be; bills keep what they were priced with. */
  @Patch(':productId')
  @StaffRoute('catalog.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('productId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeProductDto,
  ): Promise<StaffProductDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.saveProduct.change(tx, staff, id, body);
      return {};
    });
    return this.#read(id);
  }

  async #read(id: string): Promise<StaffProductDto> {
    return presentStaffProduct(
      (await productById(this.database, id)) ?? refuse('PRODUCT_NOT_FOUND'),
    );
  }
}
