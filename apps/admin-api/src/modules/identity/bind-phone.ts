import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { BlindIndex } from '../../platform/crypto/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
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

/** The client's file afterwards, or what keeps her from having one decided. */
type Outcome =
  | { readonly customer: CustomerSummary }
  | {
      readonly plan: BindingPlan;
      readonly holders: readonly PhoneHolder[];
      readonly proof: string;
    };

/** Puts a proven phone on the client's file, and joins her to the file that already has it. */
@Injectable()
export class BindPhone {
  constructor(
    private readonly wechat: WechatPlatform,
    private readonly checkSmsCode: CheckSmsCode,
    private readonly proofs: PhoneProof,
    private readonly unitOfWork: UnitOfWork,
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
  async byWechat(client: ClientPrincipal, code: string): Promise<CustomerSummary> {
    const { phone } = await askingWechat(this.wechat.phoneNumber(code));
    return this.#bind(client, readPhone(phone));
  }

  /** By a code sent to the typed phone. @throws Refusal SMS_CODE_WRONG, and as `byWechat` */
  async bySms(
    client: ClientPrincipal,
    typedPhone: string,
    smsCode: string,
  ): Promise<CustomerSummary> {
    const phone = readPhone(typedPhone);
    await this.checkSmsCode.execute(client.openid, phone, smsCode);
    return this.#bind(client, phone);
  }

  /**
   * By the proof of an earlier answer, with the file she chose, or `new`.
   * @throws Refusal PHONE_PROOF_EXPIRED, also when the chosen file is none of those she was offered
   */
  async byProof(client: ClientPrincipal, proof: string, choice: string): Promise<CustomerSummary> {
    return this.#bind(client, await this.proofs.read(client, proof), choice);
  }

  async #bind(client: ClientPrincipal, phone: string, choice?: string): Promise<CustomerSummary> {
    const outcome = await this.unitOfWork.run((tx) => this.#decide(tx, client, phone, choice));
    if ('customer' in outcome) return outcome.customer;
    const { plan, holders, proof } = outcome;
    if (plan.do === 'refuse-choice') return refuse('PHONE_PROOF_EXPIRED');
    if (plan.do !== 'ask') return refuse('PHONE_TIED', { extras: { proof } });
    const offered = holders.filter((holder) => plan.customerIds.includes(holder.customerId));
    const candidates = offered.map(({ customerId, name }) => ({
      id: customerId,
      nameMasked: maskName(name),
    }));
    return refuse('PHONE_SHARED', { extras: { proof, candidates } });
  }

  async #decide(tx: Tx, client: ClientPrincipal, phone: string, choice?: string): Promise<Outcome> {
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
    if (plan.do !== 'keep-own' && plan.do !== 'join') {
      return {
        plan,
        holders,
        proof: await this.proofs.issue(tx, { ...client, customerId: own }, phone),
      };
    }
    return { customer: await this.#carryOut(tx, client, own, phone, plan) };
  }

  async #carryOut(
    tx: Tx,
    client: ClientPrincipal,
    own: string,
    phone: string,
    plan: Extract<BindingPlan, { do: 'keep-own' | 'join' }>,
  ): Promise<CustomerSummary> {
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
    return (await this.customers.summary(tx, customerId)) ?? refuse('CLIENT_NOT_FOUND');
  }
}
