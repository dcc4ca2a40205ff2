import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import type { Outcome } from '../../http/outcome.js';
import { BoundedMap } from '../../state/bounded.js';
import type { PayOrders } from '../orders/pay-orders.js';
import type { PayRefunds } from '../refunds/pay-refunds.js';
import type { PaySettings } from '../settings.js';
import { beijingDate, startOfBeijingDate, type PayTime } from '../time.js';
import { PayError } from '../wire/errors.js';
import {
  entriesUntil,
  NO_ERRORS,
  withErrors,
  type BillEntry,
  type BillErrors,
} from './bill-entries.js';
import { fundFlowBill } from './fund-flow-bill.js';
import { tradeBill, TRADE_BILL_TYPES, type TradeBillType } from './trade-bill.js';

/** The real host: clients sign the path and query behind it, wherever they send the call. */
const HOST = 'https://api.mch.weixin.qq.com';
const READY_AFTER_MS = 34 * 3_600_000;
const FILE_MS = 5 * 60_000;
const MONTHS_BACK = 3;
const MOST_FILES = 200;
const MOST_ORDERS = 400;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ACCOUNTS = ['BASIC', 'OPERATION', 'FEES'];

/** What a tester wants of a day's bill. */
export interface BillOrder {
  readonly date: string;
  /** It is still being made, however late it is. */
  readonly creating: boolean;
  readonly errors: BillErrors;
}

interface BillFile {
  readonly text: string;
  readonly gzip: boolean;
  readonly until: number;
}

/** What the desk works with. */
export interface BillParts {
  readonly appid: string;
  readonly orders: PayOrders;
  readonly refunds: PayRefunds;
  readonly time: PayTime;
  mchid(): string;
  settings(): PaySettings;
}

type Query = Readonly<Record<string, string>>;

/** The bills of a day, ready at ten o'clock of the next one or as soon as a tester says so. */
export class BillDesk {
  private readonly ordered = new BoundedMap<string, BillOrder>(MOST_ORDERS);
  private readonly files = new BoundedMap<string, BillFile>(MOST_FILES);

  constructor(private readonly parts: BillParts) {}

  /** GET /v3/bill/tradebill. @throws PayError */
  tradeBill(query: Query): object {
    const date = this.readyDate(query);
    const asked = query['bill_type'] ?? 'ALL';
    const type = TRADE_BILL_TYPES.find((each) => each === asked) ?? wrong('bill_type', asked);
    const entries = this.entriesOf(date);
    if (entries.length === 0) throw noStatement();
    return this.offer(this.tradeText(entries, type), query);
  }

  /** GET /v3/bill/fundflowbill. @throws PayError */
  fundFlowBill(query: Query): object {
    const date = this.readyDate(query);
    const account = query['account_type'] ?? 'BASIC';
    if (!ACCOUNTS.includes(account)) wrong('account_type', account);
    const until = this.entriesUntil(date);
    const any = until.some(({ at }) => beijingDate(at) === date);
    if (account !== 'BASIC' || !any) throw noStatement();
    return this.offer(fundFlowBill(date, until, this.parts.mchid()), query);
  }

  /** GET /v3/billdownload/file. @throws PayError */
  file(token: string | undefined): Outcome {
    const found = this.files.get(token ?? '');
    if (found === undefined || found.until <= this.parts.time.now().getTime()) {
      throw new PayError('INVALID_REQUEST', '下载地址无效或已过期，请重新申请账单');
    }
    return found.gzip
      ? { status: 200, contentType: 'application/x-gzip', body: gzipSync(found.text) }
      : { status: 200, contentType: 'text/plain; charset=utf-8', body: found.text };
  }

  /** Makes a day's bill as ordered, at once; returns it as it will be downloaded. */
  order(order: BillOrder): { rows: number; text: string } {
    this.ordered.set(order.date, order);
    const entries = this.entriesOf(order.date);
    return { rows: entries.length, text: this.tradeText(entries, 'ALL') };
  }

  clear(): void {
    this.ordered.clear();
    this.files.clear();
  }

  private readyDate(query: Query): string {
    const date = query['bill_date'] ?? '';
    if (!DATE.test(date) || Number.isNaN(Date.parse(date))) return wrong('bill_date', date);
    const now = this.parts.time.now();
    const oldest = new Date(now);
    oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_BACK);
    if (date < beijingDate(oldest)) {
      throw new PayError('INVALID_REQUEST', '只能下载最近三个月的账单');
    }
    const order = this.ordered.get(date);
    if (order?.creating) throw creating();
    if (order !== undefined) return date;
    if (date >= beijingDate(now)) {
      throw new PayError('INVALID_REQUEST', '账单日期须早于今天');
    }
    const readyAt = startOfBeijingDate(date).getTime() + READY_AFTER_MS;
    if (now.getTime() < readyAt) throw creating();
    return date;
  }

  private entriesUntil(date: string): BillEntry[] {
    const { orders, refunds } = this.parts;
    return entriesUntil(date, orders, refunds, this.parts.settings().feeRate);
  }

  private entriesOf(date: string): BillEntry[] {
    const ofDay = this.entriesUntil(date).filter(({ at }) => beijingDate(at) === date);
    const errors = this.ordered.get(date)?.errors ?? NO_ERRORS;
    return withErrors(date, ofDay, errors, this.parts.appid);
  }

  private tradeText(entries: readonly BillEntry[], type: TradeBillType): string {
    return tradeBill(entries, type, this.parts.mchid(), this.parts.settings().feeRate);
  }

  private offer(text: string, query: Query): object {
    const packed = query['tar_type'];
    if (packed !== undefined && packed !== 'GZIP') wrong('tar_type', packed);
    const token = randomBytes(24).toString('base64url');
    const until = this.parts.time.now().getTime() + FILE_MS;
    this.files.set(token, { text, gzip: packed === 'GZIP', until });
    return {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(text).digest('hex'),
      download_url: `${HOST}/v3/billdownload/file?token=${token}`,
    };
  }
}

function wrong(field: string, value: string): never {
  const detail = { field, value, issue: '取值不正确', location: 'query' };
  throw new PayError('PARAM_ERROR', `参数 ${field} 不正确`, detail);
}

function creating(): PayError {
  return new PayError('STATEMENT_CREATING', '账单生成中，请稍后再试');
}

function noStatement(): PayError {
  return new PayError('NO_STATEMENT_EXIST', '账单文件不存在');
}
