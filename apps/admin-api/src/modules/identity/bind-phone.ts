import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { BlindIndex } from '../../platform/crypto/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { WechatPlatform } from '../../platform/wechat/index.js';
import {
  AddPhone,
  CustomerQueries,
  CustomerRepository,
  JoinFiles,
  maskName,
  readPhone,
  type CustomerSummary,
  type PhoneHolder,
} from '../customers/index.js';
import { CheckSmsCode } from './check-sms-code.js';
import { ClientIdentities } from './data/client-identities.js';
import { PhoneProof } from './phone-proof.js';
import { planPhoneBinding, type BindingPlan } from './rules/phone-binding.js';
import { askingWechat } from './wechat-answers.js';

/** What proves that she holds a phone, and what has to happen in the transaction that takes her word. */
interface Proven {
  readonly phone: string;
  readonly choice?: string;
  readonly spend?: (tx: Tx) => Promise<void>;
}

/** Puts a proven phone on the client's file, and joins her to the file that already has it. */
@Injectable()
export class BindPhone {
  constructor(
    private readonly wechat: WechatPlatform,
    private readonly checkSmsCode: CheckSmsCode,
    private readonly proofs: PhoneProof,
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly identities: ClientIdentities,
    private readonly customers: CustomerQueries,
    private readonly files: CustomerRepository,
    private readonly joinFiles: JoinFiles,
    private readonly addPhone: AddPhone,
    private readonly blindIndex: BlindIndex,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * By the code of WeChat's phone button.
   * @throws Refusal WECHAT_CODE_REFUSED, WECHAT_UNAVAILABLE, PHONE_SHARED with `proof` and `candidates`,
   *   PHONE_TIED with `proof`, INVALID_INPUT for a phone from outside the mainland
   */
  byWechat(client: ClientPrincipal, code: string, call: IdempotentCall): Promise<CustomerSummary> {
    return this.#bind(client, call, async () => {
      const { phone } = await askingWechat(this.wechat.phoneNumber(code));
      return { phone: readPhone(phone) };
    });
  }

  /** By a code sent to the typed phone. @throws Refusal SMS_CODE_WRONG, and as `byWechat` */
  bySms(
    client: ClientPrincipal,
    typedPhone: string,
    smsCode: string,
    call: IdempotentCall,
  ): Promise<CustomerSummary> {
    return this.#bind(client, call, async () => {
      const phone = readPhone(typedPhone);
      await this.checkSmsCode.count(client.openid, phone, smsCode);
      return {
        phone,
        spend: (tx) => this.checkSmsCode.spend(tx, client.openid, phone, smsCode),
      };
    });
  }

  /**
   * By the proof of an earlier answer, with the file she chose, or `new`.
   * @throws Refusal PHONE_PROOF_EXPIRED, also when the chosen file is none of those she was offered
   */
  byProof(
    client: ClientPrincipal,
    proof: string,
    choice: string,
    call: IdempotentCall,
  ): Promise<CustomerSummary> {
    return this.#bind(client, call, async () => ({
      phone: await this.proofs.read(client, proof),
      choice,
    }));
  }

  /** Proofs are good once: a second send of the same call is refused by its own first one, and then gets its answer. */
  async #bind(
    client: ClientPrincipal,
    sent: IdempotentCall,
    prove: () => Promise<Proven>,
  ): Promise<CustomerSummary> {
    // Binding may join her to another file; the key stays with the account that sent it.
    const call = { ...sent, principal: `wechat:${client.openid}`.slice(0, 64) };
    await this.idempotent.settle(call, async () => {
      const proven = await prove();
      return this.idempotent.run(call, (tx) => this.#decide(tx, client, proven));
    });
    return this.#file(client.openid);
  }

  /** The answer is her file as it is, so that nothing of it is kept with the key. */
  async #file(openid: string): Promise<CustomerSummary> {
    const identity = await this.identities.find(this.database, openid);
    if (!identity) return refuse('UNAUTHENTICATED');
    const summary = await this.customers.summary(this.database, identity.customerId);
    return summary ?? refuse('CLIENT_NOT_FOUND');
  }

  async #decide(tx: Tx, client: ClientPrincipal, proven: Proven): Promise<object> {
    const { phone, choice } = proven;
    await proven.spend?.(tx);
    // The identity's row orders double taps, the phone's row orders different clients with one phone, and the
    // files' rows, in id order, keep two accounts with two phones from joining one file at once.
    const identity = (await this.identities.lock(tx, client.openid)) ?? refuse('UNAUTHENTICATED');
    const own = identity.customerId;
    await this.identities.lockPhone(tx, this.blindIndex.of('phone', phone));
    const holders = await this.customers.findByPhone(tx, phone);
    const others = holders.map((holder) => holder.customerId).filter((id) => id !== own);
    await this.files.lock(tx, [own, ...others]);
    const tied = await this.identities.tied(tx, others);
    const hasThisPhone = others.length < holders.length;
    const hasAnyPhone = hasThisPhone || (await this.customers.hasPhone(tx, own));
    const plan = planPhoneBinding({
      own: { hasAnyPhone, hasThisPhone },
      others: others.map((id) => ({ id, tied: tied.has(id) })),
      choice,
    });
    if (plan.do === 'keep-own' || plan.do === 'join') {
      await this.#carryOut(tx, client, own, phone, plan);
      return {};
    }
    if (plan.do === 'refuse-choice') return refuse('PHONE_PROOF_EXPIRED');
    const proof = await this.proofs.issue(tx, { ...client, customerId: own }, phone);
    if (plan.do !== 'ask') return refuse('PHONE_TIED', { extras: { proof } });
    const candidates = candidatesOf(plan, holders);
    return refuse('PHONE_SHARED', { extras: { proof, candidates } });
  }

  async #carryOut(
    tx: Tx,
    client: ClientPrincipal,
    own: string,
    phone: string,
    plan: Extract<BindingPlan, { do: 'keep-own' | 'join' }>,
  ): Promise<void> {
    const customerId = plan.do === 'join' ? plan.customerId : own;
    if (plan.do === 'join') {
      await this.joinFiles.execute(tx, own, customerId);
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, {
        actor: client,
        action: 'client.joined',
        subject,
        detail: { from: own },
      });
    }
    await this.addPhone.execute(tx, {
      customerId,
      phone,
      primary: true,
      verifiedAt: this.clock.now(),
    });
  }
}

/** The files she may choose from, told apart by a name that only one who knows it recognises. */
function candidatesOf(
  plan: Extract<BindingPlan, { do: 'ask' }>,
  holders: readonly PhoneHolder[],
): { readonly id: string; readonly nameMasked: string }[] {
  return holders
    .filter((holder) => plan.customerIds.includes(holder.customerId))
    .map(({ customerId, name }) => ({ id: customerId, nameMasked: maskName(name) }));
}
