import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { BlockResource } from './block-resource.js';
import { ChangePlan } from './change-plan.js';
import { resourcesOfStaff } from './data/resources.js';
import {
  insertStep,
  lockRequest,
  settleRequest,
  type ShiftRequest,
} from './data/shift-requests.js';
import { templatesOfStore } from './data/shift-templates.js';
import { RequestWords } from './request-words.js';
import { nextRequestState, type RequestAct } from './rules/index.js';

interface SettledStore {
  readonly id: string;
  readonly timeZone: string;
}

const ACTIONS: Readonly<Record<RequestAct, AuditAction>> = {
  approve: 'shift-request.approved',
  refuse: 'shift-request.refused',
  withdraw: 'shift-request.withdrawn',
  call_off: 'shift-request.called_off',
};

/** Settles what members of staff ask for. Each is settled once: the row of the request orders who does so at once. */
@Injectable()
export class SettleRequest {
  constructor(
    private readonly blocks: BlockResource,
    private readonly plan: ChangePlan,
    private readonly words: RequestWords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Agrees: a leave keeps her from being booked, a change is in the plan, in this very transaction.
   * @throws Refusal SHIFT_REQUEST_NOT_FOUND, _SETTLED, _OWN, _STALE when her day was changed since she asked
   */
  async approve(
    tx: Tx,
    by: StaffPrincipal,
    store: SettledStore,
    id: string,
  ): Promise<ShiftRequest> {
    const request = await this.#decidable(tx, by, id);
    // Said before anything else is: whoever comes second hears that it is settled, and not that the day was changed.
    if (!nextRequestState(request.state, 'approve')) return refuse('SHIFT_REQUEST_SETTLED');
    const blockId =
      request.kind === 'leave'
        ? await this.#grantLeave(tx, request)
        : await this.#grantHours(tx, store, request);
    return this.#settle(tx, by, request, 'approve', { blockId, words: null });
  }

  /** @throws Refusal SHIFT_REQUEST_NOT_FOUND, _SETTLED, _OWN */
  async refuse(tx: Tx, by: StaffPrincipal, id: string, words: string): Promise<ShiftRequest> {
    const request = await this.#decidable(tx, by, id);
    return this.#settle(tx, by, request, 'refuse', { blockId: null, words });
  }

  /** Who asked takes it back. @throws Refusal SHIFT_REQUEST_NOT_FOUND also when it is a colleague's, _SETTLED */
  async withdraw(tx: Tx, by: StaffPrincipal, id: string): Promise<ShiftRequest> {
    const request = await lockRequest(tx, id);
    if (request?.staffId !== by.staffId) return refuse('SHIFT_REQUEST_NOT_FOUND');
    return this.#settle(tx, by, request, 'withdraw', { blockId: null, words: null });
  }

  /** An agreed leave does not take place, or ends now: she can be booked again. @throws as refuse */
  async callOff(tx: Tx, by: StaffPrincipal, id: string, words: string): Promise<ShiftRequest> {
    const request = await this.#decidable(tx, by, id);
    const isOver = request.kind !== 'leave' || request.endsAt <= this.clock.now();
    if (isOver) return refuse('SHIFT_REQUEST_SETTLED');
    const settled = await this.#settle(tx, by, request, 'call_off', { blockId: null, words });
    if (request.blockId !== null) await this.blocks.lift(tx, request.blockId);
    return settled;
  }

  async #decidable(tx: Tx, by: StaffPrincipal, id: string): Promise<ShiftRequest> {
    const request = await lockRequest(tx, id);
    if (!request || !by.storeIds.includes(request.storeId))
      return refuse('SHIFT_REQUEST_NOT_FOUND');
    return request.staffId === by.staffId ? refuse('SHIFT_REQUEST_OWN') : request;
  }

  /** @returns the block; null for somebody who is never booked */
  async #grantLeave(tx: Tx, { staffId, startsAt, endsAt }: ShiftRequest): Promise<string | null> {
    const [resource] = await resourcesOfStaff(tx, [staffId]);
    if (!resource) return null;
    // Why she is away stands with the request alone.
    const block = {
      resourceId: resource.id,
      startsAt,
      endsAt,
      kind: 'leave',
      reason: null,
    } as const;
    return this.blocks.execute(tx, block);
  }

  async #grantHours(tx: Tx, store: SettledStore, request: ShiftRequest): Promise<null> {
    const { staffId, firstDate: date, templateId } = request;
    const template = (await templatesOfStore(tx, store.id)).find(({ id }) => id === templateId);
    if (templateId !== null && template?.state !== 'active')
      return refuse('SHIFT_TEMPLATE_NOT_FOUND');
    const shifts = template
      ? [
          {
            ...{ templateId, startMinute: template.startMinute, endMinute: template.endMinute },
            breaks: template.breaks,
          },
        ]
      : [];
    const day = { staffId, date, seen: request.seenMark ?? '', shifts };
    const [refused] = await this.plan.execute(tx, store, [day]);
    return refused ? refuse('SHIFT_REQUEST_STALE', { extras: { why: refused.why } }) : null;
  }

  async #settle(
    tx: Tx,
    by: StaffPrincipal,
    request: ShiftRequest,
    act: RequestAct,
    { blockId, words }: { readonly blockId: string | null; readonly words: string | null },
  ): Promise<ShiftRequest> {
    const { id, kind, firstDate, lastDate, staffId } = request;
    const state = nextRequestState(request.state, act) ?? refuse('SHIFT_REQUEST_SETTLED');
    const version = request.version + 1;
    await settleRequest(tx, request, { state, version, blockId });
    await insertStep(tx, {
      ...{ requestId: id, seq: version, state, byId: by.staffId, byName: by.name },
      ...{ at: this.clock.now(), wordsSealed: this.words.seal(id, version, words) },
    });
    await this.audit.record(tx, {
      ...{ actor: by, action: ACTIONS[act], subject: { kind: 'shift_request', id } },
      detail: { kind, staffId, from: firstDate, to: lastDate },
    });
    return { ...request, state, version, blockId };
  }
}
