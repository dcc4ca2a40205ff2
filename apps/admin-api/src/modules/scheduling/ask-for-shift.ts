import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import {
  Clock,
  addDays,
  instantOf,
  localDate,
  type LocalDate,
} from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { insertRequest, insertStep, type ShiftRequest } from './data/shift-requests.js';
import { templatesOfStore } from './data/shift-templates.js';
import { shiftsOfStaff } from './data/shifts.js';
import { RequestWords } from './request-words.js';
import {
  datesOf,
  leaveErrors,
  leaveStretch,
  markOf,
  type LeaveKind,
  type LeaveWish,
} from './rules/index.js';

interface AskedStore {
  readonly id: string;
  readonly timeZone: string;
}

/** A leave as somebody asks for it. */
export interface LeaveDraft extends LeaveWish {
  readonly leaveKind: LeaveKind;
  readonly words: string;
}

/** Other hours on a day; no template: a day off. */
export interface ChangeDraft {
  readonly date: LocalDate;
  readonly templateId: string | null;
  readonly words: string;
}

type Asked = Pick<
  ShiftRequest,
  | 'kind'
  | 'leaveKind'
  | 'firstDate'
  | 'lastDate'
  | 'startsAt'
  | 'endsAt'
  | 'templateId'
  | 'seenMark'
>;

/** A member of staff asks for leave or for other hours. Nothing changes before somebody who plans agrees. */
@Injectable()
export class AskForShift {
  constructor(
    private readonly words: RequestWords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming the field, SHIFT_REQUEST_OVERLAPS */
  leave(tx: Tx, by: StaffPrincipal, store: AskedStore, draft: LeaveDraft): Promise<ShiftRequest> {
    const { leaveKind, words, from, to } = draft;
    const fields = leaveErrors(draft, localDate(this.clock.now(), store.timeZone));
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const stretch = leaveStretch(draft, store.timeZone);
    if (stretch.endsAt <= this.clock.now()) refuseField('endMinute', '这段时间已经过去');
    const asked: Asked = {
      ...{ kind: 'leave', leaveKind, firstDate: from, lastDate: to, ...stretch },
      ...{ templateId: null, seenMark: null },
    };
    return this.#write(tx, by, store, asked, words);
  }

  /** @throws Refusal INVALID_INPUT naming the field, SHIFT_TEMPLATE_NOT_FOUND, SHIFT_REQUEST_OVERLAPS */
  async change(
    tx: Tx,
    by: StaffPrincipal,
    store: AskedStore,
    { date, templateId, words }: ChangeDraft,
  ): Promise<ShiftRequest> {
    const zone = store.timeZone;
    const today = localDate(this.clock.now(), zone);
    if (date < today) refuseField('date', '请选今天或以后的日子');
    if (date > addDays(today, 366)) refuseField('date', '最多提前一年申请');
    const template = (await templatesOfStore(tx, store.id)).find(({ id }) => id === templateId);
    if (templateId !== null && template?.state !== 'active')
      return refuse('SHIFT_TEMPLATE_NOT_FOUND');
    const day = {
      startsAt: instantOf(date, 0, zone),
      endsAt: instantOf(addDays(date, 1), 0, zone),
    };
    const shifts = await shiftsOfStaff(tx, [by.staffId], day.startsAt, day.endsAt);
    const hers = shifts.filter((each) => each.storeId === store.id && each.localDate === date);
    const isSame = template
      ? hers.length === 1 && hers[0]?.templateId === template.id
      : hers.length === 0;
    if (isSame) refuseField('templateId', '您这天本来就是这样排的');
    const asked: Asked = {
      ...{ kind: 'change', leaveKind: null, firstDate: date, lastDate: date, ...day },
      ...{ templateId, seenMark: markOf(hers) },
    };
    return this.#write(tx, by, store, asked, words);
  }

  async #write(
    tx: Tx,
    by: StaffPrincipal,
    store: AskedStore,
    asked: Asked,
    words: string,
  ): Promise<ShiftRequest> {
    const [id, at] = [newId(), this.clock.now()];
    const request: ShiftRequest = {
      ...{ ...asked, id, staffId: by.staffId, storeId: store.id },
      ...{ state: 'asked', version: 1, askedAt: at, blockId: null },
    };
    await insertRequest(tx, request, datesOf(asked.firstDate, asked.lastDate));
    await insertStep(tx, {
      ...{ requestId: id, seq: 1, state: 'asked', byId: by.staffId, byName: by.name, at },
      wordsSealed: this.words.seal(id, 1, words),
    });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'shift-request.asked', subject: { kind: 'shift_request', id } },
      detail: { kind: asked.kind, from: asked.firstDate, to: asked.lastDate },
    });
    return request;
  }
}
