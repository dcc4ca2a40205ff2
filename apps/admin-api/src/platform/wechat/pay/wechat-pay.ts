import { Injectable } from '@nestjs/common';
import { Clock, toRfc3339 } from '../../clock/index.js';
import { Config, type WechatPayConfig } from '../../config/index.js';
import { refuse } from '../../errors/index.js';
import { Log } from '../../logging/index.js';
import { PayOutcomeUnknown } from './pay-errors.js';
import {
  FactsMissing,
  readRefund,
  readTransaction,
  type RefundFacts,
  type TransactionFacts,
} from './pay-facts.js';
import { PayKeyRing } from './pay-key-ring.js';
import { fetchPlatformCertificates } from './platform-certificates.js';
import { readNotification, type PayNotification } from './pay-notification.js';
import { PaySecrets, type PayCredentials } from './pay-secrets.js';
import { PayTransport, type PayAnswer } from './pay-transport.js';
import { SigningClient, type PayParams, type PayStamp } from './signing-client.js';

/** WeChat Pay's own zone; instants that we send are written in it. */
const ZONE = 'Asia/Shanghai';

/** An order as WeChat is asked to collect it. The same order is always asked for with the same members. */
export interface PrepayRequest {
  readonly orderNo: string;
  readonly description: string;
  readonly amountFen: number;
  readonly openid: string;
  readonly expiresAt: Date;
}

/** Money to send back. The same number is always sent with the same members. */
export interface RefundRequest {
  readonly orderNo: string;
  readonly refundNo: string;
  readonly reason: string;
  readonly refundFen: number;
  readonly totalFen: number;
}

/** All that belongs together to one account. */
interface Connection {
  readonly config: WechatPayConfig;
  readonly secrets: PaySecrets;
  readonly ring: PayKeyRing;
  readonly transport: PayTransport;
}

/**
 * WeChat Pay (APIv3, direct merchant) at the origin of the configuration. Every method may throw PayRefused (WeChat
 * said no) and PayOutcomeUnknown (ask again by the same number), and refuses PAYMENTS_OFF where no account is set up.
 */
@Injectable()
export class WechatPay {
  readonly #connection: Connection | undefined;
  #client: { readonly of: PayCredentials; readonly client: SigningClient } | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#connection = config.wechatPay && this.#connect(config.wechatPay);
  }

  get isOn(): boolean {
    return this.#connection !== undefined;
  }

  /** What an order must agree with. */
  get account(): { readonly appId: string; readonly merchantId: string } {
    return {
      appId: this.config.wechat.appId,
      merchantId: this.#required().config.merchantId,
    };
  }

  /** Asks for a prepay id; asking again for the same order renews it. */
  async prepay(request: PrepayRequest): Promise<string> {
    const { notifyOrigin } = this.#required().config;
    // The library puts the id into signed parameters of its own clock; ours are signed anew whenever they are needed.
    const answer = await this.#signing().transactions_jsapi({
      description: request.description,
      out_trade_no: request.orderNo,
      notify_url: `${notifyOrigin}/api/wechat/pay/notify`,
      time_expire: toRfc3339(request.expiresAt, ZONE),
      amount: { total: request.amountFen, currency: 'CNY' },
      payer: { openid: request.openid },
    });
    const { data } = answer as unknown as PayAnswer;
    const prepayId = /^prepay_id=(\S{1,64})$/.exec(String(data['package']))?.[1];
    if (prepayId === undefined) throw new PayOutcomeUnknown('jsapi', 'malformed');
    return prepayId;
  }

  /** For `payParams`, to be kept by whoever has to give the same answer again. */
  payStamp(): PayStamp {
    return this.#signing().payStamp();
  }

  /** What the phone opens the cashier with; stamped now unless told. */
  payParams(prepayId: string, stamp?: PayStamp): PayParams {
    return this.#signing().payParams(prepayId, stamp);
  }

  async query(orderNo: string): Promise<TransactionFacts> {
    const answer = await this.#signing().query({ out_trade_no: orderNo });
    return believed('query', answer, readTransaction);
  }

  /** Closes an order that nobody paid; a closed one stays closed. */
  async close(orderNo: string): Promise<void> {
    await this.#signing().close(orderNo);
  }

  /** Sends money back, or finds what became of it: the same number is the same refund. */
  async refund(request: RefundRequest): Promise<RefundFacts> {
    const { notifyOrigin } = this.#required().config;
    const answer = await this.#signing().refunds({
      out_trade_no: request.orderNo,
      out_refund_no: request.refundNo,
      reason: request.reason,
      notify_url: `${notifyOrigin}/api/wechat/refund/notify`,
      amount: { refund: request.refundFen, total: request.totalFen, currency: 'CNY' },
    });
    return believed('refund', answer, readRefund);
  }

  async queryRefund(refundNo: string): Promise<RefundFacts> {
    return believed('refund query', await this.#signing().find_refunds(refundNo), readRefund);
  }

  /**
   * Believes a notification or not. @param headers with names in lower case
   * @throws PayMessageRefused
   */
  readNotification(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body: Buffer,
  ): Promise<PayNotification> {
    const { ring, secrets } = this.#required();
    return readNotification({ headers, body, ring, secrets, now: this.clock.now() });
  }

  #required(): Connection {
    return this.#connection ?? refuse('PAYMENTS_OFF');
  }

  /** One client as long as the keys are the same. */
  #signing(): SigningClient {
    const { secrets, transport } = this.#required();
    const credentials = secrets.current();
    if (this.#client?.of !== credentials) {
      const client = new SigningClient(this.account, credentials, transport, () =>
        this.clock.now(),
      );
      this.#client = { of: credentials, client };
    }
    return this.#client.client;
  }

  #connect(config: WechatPayConfig): Connection {
    const secrets = new PaySecrets(config, (error) =>
      this.log.warn('a changed key of WeChat Pay cannot be read, the old one stays', {
        err: error,
      }),
    );
    const ring: PayKeyRing = new PayKeyRing(secrets, async () => {
      try {
        return await fetchPlatformCertificates(transport, this.#signing(), secrets.current());
      } catch (error) {
        this.log.warn('platform certificates could not be fetched', { err: error });
        throw error;
      }
    });
    const now = (): Date => this.clock.now();
    const transport: PayTransport = new PayTransport({ origin: config.origin, ring, now });
    return { config, secrets, ring, transport };
  }
}

/** Reads a verified answer; one without what WeChat promises tells nothing. */
function believed<T>(endpoint: string, answer: unknown, read: (data: unknown) => T): T {
  try {
    return read((answer as PayAnswer).data);
  } catch (error) {
    if (!(error instanceof FactsMissing)) throw error;
    throw new PayOutcomeUnknown(endpoint, 'malformed');
  }
}
