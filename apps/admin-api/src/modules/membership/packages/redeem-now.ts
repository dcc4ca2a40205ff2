import { Injectable } from '@nestjs/common';
import { CareGate, NoticeGate, type GrantedOverride } from '../../care/index.js';
import { serviceNames } from '../../catalog/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ClientConsent } from '../client-consent.js';
import { CustomerWallets } from '../customer-wallets.js';
import { storeDay } from '../store-day.js';
import { ChooseSession } from './choose-session.js';
import { lockActivePackages } from './data/packages.js';
import type { SessionUse } from './data/session-uses.js';
import { PostSessionUse } from './post-session-use.js';

export interface RedeemRequest {
  readonly customerId: string;
  readonly storeId: string;
  readonly serviceId: string;
  /** The id of a package's item, or AUTO for the one that expires first. */
  readonly useSession: string;
  /** One of the two: the client's code, or the number of the slip that she signed. */
  readonly code?: string;
  readonly slipNo?: string;
  /** Two people answer for what her health speaks against. */
  readonly override?: GrantedOverride | undefined;
}

/** Uses a session up at the desk or till, without a visit, with the client's code or a signed slip. */
@Injectable()
export class RedeemNow {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly consent: ClientConsent,
    private readonly post: PostSessionUse,
    private readonly choose: ChooseSession,
    private readonly gate: CareGate,
    private readonly notices: NoticeGate,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal WALLET_FROZEN, MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, SLIP_USED, SESSION_NOT_AVAILABLE,
   *   PACKAGE_FROZEN, CLIENT_NOT_FOUND, CLIENT_MERGED, NOTICE_UNSIGNED, CARE_CONTRAINDICATED
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: RedeemRequest): Promise<SessionUse> {
    const { customerId, storeId, serviceId, code, slipNo } = request;
    const wallet = await this.wallets.lockUsable(tx, customerId);
    await this.consent.require(tx, wallet, request);
    const name = (await serviceNames(tx, [serviceId])).get(serviceId);
    if (name === undefined) return refuseField('serviceId', '没有找到这个项目');
    const id = newId();
    await this.#requireCare(tx, staff, request, id);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const packs = await lockActivePackages(tx, customerId);
    const found = await this.choose.execute(tx, packs, { ...request, day: today });
    const use = await this.post.execute(tx, staff, {
      ...{ id, pack: found.pack, item: found.item, from: 'SES_AVAIL', storeId, serviceId },
      ...{ title: name },
      ...{ consent: code === undefined ? 'slip' : 'member_code', usedOn: today },
      ...{ dayNo: found.dayNo },
      ...(code === undefined && slipNo !== undefined ? { slipNo } : {}),
    });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'package.session_used' },
      subject: { kind: 'customer', id: customerId },
      detail: { sessionUseId: use.id, packageId: found.pack.id, storeId, consent: use.consent },
    });
    return use;
  }

  /** No visit has asked about what is done now. */
  async #requireCare(
    tx: Tx,
    by: StaffPrincipal,
    { customerId, storeId, serviceId, override }: RedeemRequest,
    id: string,
  ): Promise<void> {
    const serviceIds = [serviceId];
    await this.notices.enforce(tx, { customerId, serviceIds });
    await this.gate.enforce(tx, {
      ...{ customerId, storeId, plannedFor: 'walk_in', subjectId: id, serviceIds, productIds: [] },
      ...{ by, context: { kind: 'session_use', id }, override },
    });
  }
}
