import { Injectable } from '@nestjs/common';
import { SaveProduct } from '../../modules/catalog/index.js';
import { SavePriceRule } from '../../modules/pricing/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { STORE_KEYS } from '../content/menu.js';
import { PRICE_RULES, type PriceRuleContent } from '../content/price-rules.js';
import { SHELVES, type ProductContent } from '../content/products.js';
import { idOf, type House } from './house.js';
import { staffOf } from './staff-of.js';

const fen = (yuan: number): number => yuan * 100;

/** Puts the products on the shelves and sets the house's price rules, as the owner would. */
@Injectable()
export class ShelfLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saveProduct: SaveProduct,
    private readonly savePriceRule: SavePriceRule,
  ) {}

  async load(house: House): Promise<void> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    await this.unitOfWork.run(async (tx) => {
      for (const { category, products } of SHELVES)
        for (const [place, product] of products.entries())
          await this.#product(tx, owner, house, { ...product, category, sort: (place + 1) * 10 });
      for (const rule of PRICE_RULES) await this.#rule(tx, owner, house, rule);
    });
  }

  async #product(
    tx: Tx,
    owner: StaffPrincipal,
    house: House,
    product: ProductContent & { readonly category: string; readonly sort: number },
  ): Promise<void> {
    const { name, category, brand, unit, description, yuan, memberYuan, sort } = product;
    const stores = product.onlyIn ? [product.onlyIn] : STORE_KEYS;
    await this.saveProduct.create(tx, owner, {
      ...{ name, category, brand, unit, description, sort, priceFen: fen(yuan), imageUrl: null },
      memberPriceFen: memberYuan === undefined ? null : fen(memberYuan),
      barcode: product.barcode ?? null,
      storeIds: stores.map((key) => house.stores[key]),
      state: product.isGone ? 'off_sale' : 'on_sale',
    });
  }

  async #rule(tx: Tx, owner: StaffPrincipal, house: House, rule: PriceRuleContent): Promise<void> {
    const { kind, name, effectKind, scopeKind, value, hours } = rule;
    await this.savePriceRule.create(tx, owner, {
      ...{ kind, name, effectKind, scopeKind, scopeIds: [], from: null, until: null },
      effectValue: effectKind === 'permille' ? value : fen(value),
      parts: (rule.parts ?? []).map(({ service, yuan }) => ({
        ...{ serviceId: idOf(house.services, service), shareFen: fen(yuan) },
      })),
      ...{ weekdays: rule.weekdays ?? [], monthDays: rule.monthDays ?? [], membersOnly: false },
      ...{ fromMinute: hours?.[0] ?? null, untilMinute: hours?.[1] ?? null },
      ...{ daysBefore: rule.daysBefore ?? 0, daysAfter: rule.daysAfter ?? 0 },
      ...{ storeIds: STORE_KEYS.map((key) => house.stores[key]), state: 'on' },
    });
  }
}
