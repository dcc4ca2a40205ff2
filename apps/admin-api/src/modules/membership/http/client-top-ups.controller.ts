import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  PaymentOrders,
  orderOfCustomer,
  ordersOfCustomer,
  refundsOfOrders,
} from '../../payments/index.js';
import type { PaymentOrder } from '../../payments/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { storeById } from '../../stores/index.js';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { ID_PATTERN } from '../../../platform/ids/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { roomOf } from '../customer-wallets.js';
import { contractsOfPackages, contractsOfTopUps } from '../data/contracts.js';
import type { ContractText } from '../data/contract-texts.js';
import { plansOnPhone, type Plan } from '../data/plans.js';
import { capAt, settingsOf } from '../data/settings.js';
import { topUpsOfOrders } from '../data/top-ups.js';
import { offerHash, offeredBody } from '../draw-contract.js';
import { textInForce } from '../open-top-up.js';
import { packagesOfOrders } from '../packages/data/packages.js';
import { sellingStore } from '../selling-store.js';
import { TopUpOnPhone } from '../top-up-on-phone.js';
import { OfferedTopUpContractDto, TopUpPlanListDto, TopUpPlansQueryDto } from './dto/plan.dto.js';
import {
  OrderDetailDto,
  OrderListDto,
  OrdersQueryDto,
  PayOrderDto,
  StartedTopUpDto,
  TopUpDto,
} from './dto/top-up.dto.js';
import {
  orderStateOf,
  presentOrder,
  presentOrderDetail,
  type OrderSight,
} from './present-order.js';
import { presentPlan } from './present-plan.js';
import { ScreenStores } from './screen-stores.js';

const PAGE = 20;

/** Topping up on the phone, and the orders of a client. */
@Controller('client')
export class ClientTopUpsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly topUpOnPhone: TopUpOnPhone,
    private readonly orders: PaymentOrders,
    private readonly stores: ScreenStores,
  ) {}

  /** What can be bought, each with the contract that is agreed to. */
  @Get('top-up-plans')
  @ClientRoute()
  async plans(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { storeId }: TopUpPlansQueryDto,
  ): Promise<TopUpPlanListDto> {
    if (storeId !== undefined && !(await storeById(this.database, storeId)))
      refuse('STORE_NOT_FOUND');
    const all = await plansOnPhone(this.database);
    const plans = all.filter((plan) => storeId === undefined || plan.storeIds.includes(storeId));
    const { signBeforePaying } = await settingsOf(this.database, storeId ?? null);
    const sellers = new Set(plans.flatMap((plan) => plan.storeIds));
    const cardCapFen = await capAt(this.database, storeId ? [storeId] : [...sellers]);
    const roomFen = await roomOf(this.database, customerId, cardCapFen);
    if (plans.length === 0) return { items: [], cardCapFen, roomFen, signBeforePaying };
    const text = await textInForce(this.database);
    const stores = await this.stores.of(plans.flatMap((plan) => plan.storeIds));
    const items = plans.map(async (plan) => {
      const binding = await this.#binding(customerId, plan, storeId);
      const contracts = await Promise.all(binding.map((seller) => this.#offer(text, plan, seller)));
      const [contract = refuse('PLAN_NOT_ON_SALE')] = contracts;
      return {
        ...{ ...presentPlan(plan, stores), contract, contracts },
        withinCap: roomFen === null || plan.priceFen <= roomFen,
      };
    });
    return { items: await Promise.all(items), cardCapFen, roomFen, signBeforePaying };
  }

  /** The stores whose contract it may be: those she may choose from, or the one that sells it anyway. */
  async #binding(customerId: string, plan: Plan, wished: string | undefined): Promise<string[]> {
    const mustChoose = !plan.validEverywhere && plan.storeIds.length > 1;
    if (mustChoose && wished === undefined) return [...plan.storeIds];
    const way = { wished, code: 'PLAN_NOT_ON_SALE' } as const;
    return [await sellingStore(this.database, this.customers, customerId, plan, way)];
  }

  async #offer(text: ContractText, plan: Plan, storeId: string): Promise<OfferedTopUpContractDto> {
    const body = await offeredBody(this.database, text, plan, storeId);
    const { id: textId, title } = text;
    return { textId, title, storeId, body, offerHash: offerHash(body, plan, storeId) };
  }

  /** Starts a top-up; what comes back opens WeChat's cashier. The same key tries the same order again. */
  @Post('top-ups')
  @ClientRoute()
  async topUp(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: TopUpDto,
  ): Promise<StartedTopUpDto> {
    const started = await this.topUpOnPhone.execute(client, body, call);
    return { ...started, state: 'pending' };
  }

  @Get('orders')
  @ClientRoute()
  async list(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { cursor }: OrdersQueryDto,
  ): Promise<OrderListDto> {
    if (cursor !== undefined && !ID_PATTERN.test(cursor)) refuseField('cursor', '请从第一页看起');
    const page = { limit: PAGE + 1, ...(cursor === undefined ? {} : { beforeNo: cursor }) };
    const found = await ordersOfCustomer(this.database, customerId, page);
    const shown = found.slice(0, PAGE);
    const sights = await this.#sights(shown);
    const stores = await this.stores.of(shown.map((order) => order.storeId));
    const refunds = await refundsOfOrders(
      this.database,
      shown.map(({ orderNo }) => orderNo),
    );
    const items = sights.map((sight) => presentOrder(sight, stores, refunds));
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, nextCursor: last.orderNo } : { items };
  }

  /** An order; WeChat is asked when the answer is not known yet. */
  @Get('orders/:orderNo')
  @ClientRoute()
  async one(
    @CurrentClient() client: ClientPrincipal,
    @Param('orderNo', IdPipe) orderNo: string,
  ): Promise<OrderDetailDto> {
    await this.#own(client, orderNo);
    const { order, confirmed } = await this.orders.confirm(orderNo);
    const [sight] = await this.#sights([order]);
    if (!sight) return refuse('PAYMENT_ORDER_NOT_FOUND');
    const refunds = await refundsOfOrders(this.database, [orderNo]);
    const stores = await this.stores.of([order.storeId]);
    return presentOrderDetail(sight, stores, refunds, confirmed);
  }

  /** Opens the cashier once more for an order that waits to be paid. */
  @Post('orders/:orderNo/pay')
  @HttpCode(200)
  @ClientRoute()
  async pay(
    @CurrentClient() client: ClientPrincipal,
    @Param('orderNo', IdPipe) orderNo: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<PayOrderDto> {
    await this.#own(client, orderNo);
    return this.idempotent.settle(call, async () => {
      const order = await this.orders.refresh(orderNo);
      const state = orderStateOf(order);
      const pay = state === 'pending' ? await this.orders.prepay(orderNo) : null;
      return this.idempotent.run(call, () => Promise.resolve({ orderNo, state, pay }));
    });
  }

  async #own({ customerId }: ClientPrincipal, orderNo: string): Promise<PaymentOrder> {
    const order = await orderOfCustomer(this.database, customerId, orderNo);
    return order ?? refuse('PAYMENT_ORDER_NOT_FOUND');
  }

  async #sights(orders: readonly PaymentOrder[]): Promise<OrderSight[]> {
    const sold = await topUpsOfOrders(
      this.database,
      orders.map((order) => order.orderNo),
    );
    const topUpIds = [...sold.values()].map((topUp) => topUp.id);
    const contracts = await contractsOfTopUps(this.database, topUpIds);
    const packages = await packagesOfOrders(
      this.database,
      orders.map((order) => order.orderNo),
    );
    const ids = [...packages.values()].map((pack) => pack.id);
    const cards = await contractsOfPackages(this.database, ids);
    return orders.map((order) => {
      const [topUp, pack] = [sold.get(order.orderNo), packages.get(order.orderNo)];
      const contract = topUp ? contracts.get(topUp.id) : pack && cards.get(pack.id);
      return { order, title: topUp?.title ?? pack?.name, contractId: contract?.id };
    });
  }
}
