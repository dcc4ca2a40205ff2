import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerRepository } from './data/customer-repository.js';
import { LinkRepository, type LinkedFile } from './data/link-repository.js';
import { authorOf } from './rules/author.js';
import { changesBetween } from './rules/file-changes.js';
import { relationWord, type Relation } from './rules/relations.js';

const words = (links: readonly LinkedFile[]): string =>
  links
    .map(({ name, memberNo, relation }) => `${relationWord(relation)} ${name}（${memberNo}）`)
    .join('、');

/** Says that two clients belong together, or that they do not. Both files know, and both keep who said it. */
@Injectable()
export class LinkFiles {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly links: LinkRepository,
    private readonly changes: ChangeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param relation what the other is to her; null takes the link away
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED with `mergedInto`, INVALID_INPUT naming `otherId`
   */
  async execute(
    tx: Tx,
    by: Principal,
    customerId: string,
    otherId: string,
    relation: Relation | null,
  ): Promise<void> {
    if (customerId === otherId) refuseField('otherId', '不能和自己关联');
    const files = await this.customers.lock(tx, [customerId, otherId]);
    for (const file of files.values())
      if (file.state === 'merged')
        refuse('CLIENT_MERGED', { extras: { mergedInto: file.merged_into } });
    const both = [customerId, otherId];
    const before = new Map<string, string>();
    for (const id of both) before.set(id, words(await this.links.of(tx, id)));
    const at = this.clock.now();
    if (relation === null) await this.links.remove(tx, customerId, otherId);
    else await this.links.put(tx, customerId, otherId, relation, at);
    for (const id of both) {
      const after = words(await this.links.of(tx, id));
      const changes = changesBetween({ links: before.get(id) ?? '' }, { links: after });
      await this.changes.add(tx, id, changes, authorOf(by), at);
    }
  }
}
