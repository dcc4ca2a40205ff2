import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  type ClientDataHandler,
  type Moved,
} from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerRepository } from './data/customer-repository.js';
import { LinkRepository, type MovedLinks } from './data/link-repository.js';
import { MergeRepository, type Basics, type MergedBy } from './data/merge-repository.js';
import { NoteRepository } from './data/note-repository.js';
import { OccasionRepository } from './data/occasion-repository.js';
import { PhoneRepository, type MovedPhone } from './data/phone-repository.js';
import { ProfileRepository } from './data/profile-repository.js';
import { TagRepository } from './data/tag-repository.js';
import { KeepCompleteness } from './keep-completeness.js';

/** Which of its basics the file that closes brings along. */
export const TAKEN = ['name', 'gender', 'birthday', 'homeStoreId', 'phone'] as const;
export type Taken = (typeof TAKEN)[number];

/** Who joins two files, why, and what of the one that closes is to hold. */
export interface JoinOrder {
  readonly by: MergedBy;
  readonly reason: string;
  readonly take?: readonly Taken[];
}

const SIGNED_IN: JoinOrder = {
  by: { kind: 'system', id: 'join-files', name: '系统' },
  reason: '顾客登录后验证了手机号',
};

/** Moves everything that modules hold of one file to another and closes the first, which then points at the second. */
@Injectable()
export class JoinFiles implements ClientDataHandler, OnModuleInit {
  readonly name = 'customers';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly merges: MergeRepository,
    private readonly notes: NoteRepository,
    private readonly profiles: ProfileRepository,
    private readonly tags: TagRepository,
    private readonly changes: ChangeRepository,
    private readonly occasions: OccasionRepository,
    private readonly links: LinkRepository,
    private readonly completeness: KeepCompleteness,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /**
   * Locks both files, so call it before other locks on what they own. What moved is recorded, for the way back.
   * @returns the id of the record
   * @throws Refusal CLIENT_NOT_FOUND, MERGE_SAME_FILE, CLIENT_MERGED when one of them no longer goes on, REFUND_OPEN
   */
  async execute(tx: Tx, from: string, to: string, order: JoinOrder = SIGNED_IN): Promise<string> {
    if (from === to) refuse('MERGE_SAME_FILE');
    const locked = await this.customers.lock(tx, [from, to]);
    for (const file of locked.values()) {
      if (file.state === 'merged')
        refuse('CLIENT_MERGED', { extras: { mergedInto: file.merged_into } });
    }
    const [id, at, take] = [newId(), this.clock.now(), order.take ?? []];
    const primary = take.includes('phone') ? await this.phones.primary(tx, from) : undefined;
    const [left, stays] = [
      await this.customers.basics(tx, from),
      await this.customers.basics(tx, to),
    ];
    const moved = await this.handlers.moveAll(tx, from, to);
    const { taken, before } = takenOf(take, left, stays);
    if (Object.keys(taken).length > 0) await this.customers.update(tx, to, taken, at);
    if (primary !== undefined) await this.#makePrimary(tx, to, primary, moved[this.name]);
    const followers = await this.merges.followersOf(tx, from);
    await this.customers.markMerged(tx, from, to, at);
    await this.completeness.execute(tx, from, to);
    const { by, reason } = order;
    const record = { id, fromId: from, toId: to, by, reason, at, moved, followers };
    await this.merges.insert(tx, { ...record, before, taken });
    return id;
  }

  /** This module's own part of a move: phones, notes, what is known of her, tags and the history. */
  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const phones = await this.phones.moveAll(tx, from, to, this.clock.now());
    const notes = await this.notes.moveAll(tx, from, to);
    const changes = await this.changes.moveAll(tx, from, to);
    const profile = await this.profiles.copyAll(tx, from, to);
    const tags = await this.tags.copyAll(tx, from, to);
    const occasions = await this.occasions.moveAll(tx, from, to);
    const links = await this.links.moveAll(tx, from, to);
    return { phones, notes, changes, profile, tags, occasions, links };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const phones = (moved.phones ?? []) as readonly MovedPhone[];
    await this.phones.moveBack(tx, from, to, phones, this.clock.now());
    await this.notes.moveSome(tx, to, from, (moved.notes ?? []) as readonly string[]);
    await this.changes.moveSome(tx, to, from, (moved.changes ?? []) as readonly string[]);
    await this.profiles.takeBack(tx, from, to, moved.profile ?? {});
    await this.tags.takeOff(tx, to, (moved.tags ?? []) as readonly string[]);
    await this.occasions.moveSome(tx, to, from, (moved.occasions ?? []) as readonly string[]);
    const links = (moved.links ?? { moved: [], dropped: [] }) as MovedLinks;
    await this.links.moveBack(tx, from, to, links, this.clock.now());
  }

  async #makePrimary(tx: Tx, to: string, was: string, moved: Moved | undefined): Promise<void> {
    const phones = (moved?.phones ?? []) as readonly MovedPhone[];
    const is = phones.find((phone) => phone.was === was)?.is;
    if (is !== undefined)
      await this.phones.confirm(tx, to, is, { primary: true, verifiedAt: null });
  }
}

/** What the file that goes on takes over, and what it had there. */
function takenOf(
  take: readonly Taken[],
  left: Required<Basics>,
  stays: Required<Basics>,
): { readonly taken: Basics; readonly before: Basics } {
  const names = take.filter((name) => name !== 'phone');
  const some = (of: Required<Basics>): Basics =>
    Object.fromEntries(names.map((name) => [name, of[name]]));
  return { taken: some(left), before: some(stays) };
}
