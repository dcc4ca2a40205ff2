import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { TagRepository } from './data/tag-repository.js';

/** Who gains and who loses a tag that a rule keeps. */
export interface RuleTagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Puts a rule's tag on files and takes it off others, for the sweep that evaluates the rule. No history is kept of it. */
@Injectable()
export class SetRuleTags {
  constructor(
    private readonly tags: TagRepository,
    private readonly clock: Clock,
  ) {}

  /** Idempotent. @throws RangeError when the tag is not one that a rule keeps, or its group allows one tag */
  async execute(tx: Tx, tagId: string, { add, remove }: RuleTagChange): Promise<void> {
    const tag = await this.tags.lockTag(tx, tagId);
    const group = tag && (await this.tags.group(tx, tag.groupId));
    if (tag?.keptBy !== 'rule' || group?.oneOf !== false)
      throw new RangeError('only a tag that a rule keeps, in a group of many, is set by a rule');
    const at = this.clock.now();
    const there = new Set(await this.tags.having(tx, tagId, [...add, ...remove]));
    for (const id of [...new Set(add)].sort())
      if (!there.has(id)) await this.tags.put(tx, id, [{ id: tagId, oneOfGroup: null }], at);
    for (const id of [...new Set(remove)].sort())
      if (there.has(id)) await this.tags.takeOff(tx, id, [tagId]);
  }
}
