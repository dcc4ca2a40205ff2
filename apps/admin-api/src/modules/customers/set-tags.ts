import { Injectable } from '@nestjs/common';
import { clientChanged } from '../../events/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerRepository } from './data/customer-repository.js';
import { TagRepository } from './data/tag-repository.js';
import { KeepCompleteness } from './keep-completeness.js';
import { authorOf } from './rules/author.js';
import { changesBetween } from './rules/file-changes.js';
import { faultOfTags, type TagOnFile } from './rules/tags.js';

const words = (tags: readonly TagOnFile[]): string => tags.map(({ name }) => name).join('、');

/** Puts tags on a file by hand: after it, these are the ones that she has beside those that rules keep. */
@Injectable()
export class SetTags {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly tags: TagRepository,
    private readonly changes: ChangeRepository,
    private readonly completeness: KeepCompleteness,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT naming `tagIds` */
  async execute(
    tx: Tx,
    by: Principal,
    customerId: string,
    tagIds: readonly string[],
  ): Promise<void> {
    await this.customers.lockActive(tx, customerId);
    const groups = await this.tags.groups(tx);
    const before = await this.tags.of(tx, customerId);
    const kept = before.filter(({ keptBy }) => keptBy === 'rule').map(({ id }) => id);
    const there = before.map(({ id }) => id);
    const wanted = [...new Set([...tagIds, ...kept])];
    const fault = faultOfTags(groups, wanted, there);
    if (fault !== undefined) refuseField('tagIds', fault);
    const at = this.clock.now();
    await this.tags.takeOff(
      tx,
      customerId,
      there.filter((id) => !wanted.includes(id)),
    );
    const oneOf = new Map(
      groups.flatMap(({ id, oneOf: isOne, tags }) =>
        tags.map((tag) => [tag.id, isOne ? id : null] as const),
      ),
    );
    const added = wanted
      .filter((id) => !there.includes(id))
      .map((id) => ({ id, oneOfGroup: oneOf.get(id) ?? null }));
    await this.tags.put(tx, customerId, added, at);
    const after = await this.tags.of(tx, customerId);
    const changes = changesBetween({ tags: words(before) }, { tags: words(after) });
    await this.changes.add(tx, customerId, changes, authorOf(by), at);
    await this.completeness.execute(tx, customerId);
    if (changes.length > 0) await this.outbox.add(tx, clientChanged(customerId));
  }
}
