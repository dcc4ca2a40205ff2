import { Injectable } from '@nestjs/common';
import { clientChanged } from '../../events/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { AddNote } from './add-note.js';
import type { CustomerSource, Gender } from './customer-types.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository, type CustomerChange } from './data/customer-repository.js';
import { OccasionRepository } from './data/occasion-repository.js';
import { ProfileQueries } from './data/profile-queries.js';
import { ProfileRepository } from './data/profile-repository.js';
import { KeepCompleteness } from './keep-completeness.js';
import { HOUSE, authorOf } from './rules/author.js';
import { readBirthday, type Birthday } from './rules/birthday.js';
import { changedDetails, type ClientDetails } from './rules/client-details.js';
import { growsUp } from './rules/age.js';
import { changesBetween, type FieldChange } from './rules/file-changes.js';
import { readName } from './rules/input.js';
import { readOccasions, type OccasionText } from './rules/occasions.js';

/** What is absent stays as it is; null empties. */
export interface CustomerPatch extends Partial<ClientDetails> {
  readonly name?: string;
  readonly gender?: Gender;
  readonly birthday?: string | null;
  /** Of the birthday that comes with it. */
  readonly birthdayCalendar?: Birthday['calendar'];
  readonly birthdayLeapMonth?: boolean;
  /** Why, where it makes a client who is too young look older. */
  readonly birthdayReason?: string;
  readonly homeStoreId?: string | null;
  readonly source?: CustomerSource;
  /** What everybody reads; it corrects the note that stands. */
  readonly note?: string;
  readonly ownNo?: string | null;
  readonly consultantId?: string | null;
  readonly referrerId?: string | null;
  readonly preferredStaffIds?: readonly string[];
  readonly usualServiceIds?: readonly string[];
  /** All of them. */
  readonly occasions?: readonly OccasionText[];
  /** The version that was read; left out, the last write wins. */
  readonly version?: number;
}

/** Changes what a file says; each field's change is kept with who made it. */
@Injectable()
export class UpdateCustomer {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly profiles: ProfileRepository,
    private readonly queries: ProfileQueries,
    private readonly files: CustomerQueries,
    private readonly occasions: OccasionRepository,
    private readonly changes: ChangeRepository,
    private readonly notes: AddNote,
    private readonly completeness: KeepCompleteness,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param by who changes it; the house itself unless told
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED with `mergedInto`, CLIENT_CHANGED when somebody was faster,
   *   BIRTHDAY_AT_DESK for a client who is too young and makes herself older, INVALID_INPUT naming the field
   */
  async execute(tx: Tx, id: string, patch: CustomerPatch, by: Principal = HOUSE): Promise<void> {
    const now = this.clock.now();
    const basics = basicsOf(patch, localDate(now, HOME_ZONE));
    const locked = await this.customers.lockActive(tx, id);
    if (patch.version !== undefined && patch.version !== locked.version) refuse('CLIENT_CHANGED');
    const before = await this.queries.facts(tx, id);
    await this.#requireAge(tx, id, by, basics.birthday, patch.birthdayReason);
    await this.customers.update(tx, id, basics, now);
    await this.#profile(tx, id, patch);
    if (patch.occasions !== undefined)
      await this.occasions.set(tx, id, readOccasions(patch.occasions), now);
    const changes = changesBetween(before, await this.queries.facts(tx, id));
    await this.changes.add(tx, id, withReason(changes, patch), authorOf(by), now);
    await this.completeness.execute(tx, id);
    if (changes.length > 0) await this.outbox.add(tx, clientChanged(id));
    if (patch.note !== undefined) await this.notes.setGeneral(tx, by, id, patch.note);
  }

  /** Who is too young does not grow up by herself: the desk looks at a proof, and says so. */
  async #requireAge(
    tx: Tx,
    id: string,
    by: Principal,
    to: Birthday | null | undefined,
    reason = '',
  ): Promise<void> {
    if (to === undefined || by.kind === 'system') return;
    const { birthday: from = null } = (await this.files.file(tx, id)) ?? {};
    if (!growsUp(from, to, localDate(this.clock.now(), HOME_ZONE))) return;
    if (by.kind === 'client') refuse('BIRTHDAY_AT_DESK');
    if (reason.trim() === '')
      refuseField('birthdayReason', '把未成年顾客的年龄改大，请写明原因，如「看过身份证」');
  }

  async #profile(tx: Tx, id: string, patch: CustomerPatch): Promise<void> {
    const { ownNo, consultantId, referrerId } = patch;
    if (ownNo !== undefined) await this.profiles.setColumn(tx, id, 'ownNo', ownNo || null);
    if (consultantId !== undefined)
      await this.profiles.setColumn(tx, id, 'consultantId', consultantId);
    if (referrerId === id) refuseField('referrerId', '介绍人不能是顾客自己');
    if (referrerId !== undefined) await this.profiles.setColumn(tx, id, 'referrerId', referrerId);
    for (const which of ['preferredStaffIds', 'usualServiceIds'] as const) {
      const ids = patch[which];
      if (ids !== undefined) await this.profiles.setList(tx, id, which, ids);
    }
    const { occupation, email, address, wechatName, brands, scents, pressure, talk } = patch;
    const told = { occupation, email, address, wechatName, brands, scents, pressure, talk };
    if (Object.values(told).every((value) => value === undefined)) return;
    const before = await this.profiles.details(tx, id);
    await this.profiles.saveDetails(tx, id, changedDetails(before, told));
  }
}

/** The reason for a birthday stands with its change. */
const withReason = (
  changes: readonly FieldChange[],
  { birthdayReason }: CustomerPatch,
): readonly FieldChange[] =>
  birthdayReason?.trim()
    ? changes.map((one) =>
        one.field === 'birthday' ? { ...one, reason: birthdayReason.trim() } : one,
      )
    : changes;

/** The columns of the basics that a patch sets. @throws Refusal INVALID_INPUT naming the field */
function basicsOf(patch: CustomerPatch, today: string): CustomerChange {
  const { name, birthday, birthdayCalendar, birthdayLeapMonth, gender, homeStoreId, source } =
    patch;
  return {
    ...{ gender, homeStoreId, source },
    ...(name !== undefined && { name: readName(name) }),
    ...(birthday !== undefined && {
      birthday: birthday
        ? readBirthday({ birthday, birthdayCalendar, birthdayLeapMonth }, today)
        : null,
    }),
  };
}
