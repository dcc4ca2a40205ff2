import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { SaveTags, TagRepository, type Tag } from '../../customers/index.js';
import { areThere } from './data/named-in-rules.js';
import { allRules, insertRule, lockRule, updateRule } from './data/tag-rules.js';
import { plainRule, readTagRule, type TagRule, type TagRuleText } from './rules/tag-rule.js';

/** Every client is looked at under each of them each night. */
const MOST = 30;

export interface NewTagRule {
  readonly groupId: string;
  readonly name: string;
  readonly rule: TagRuleText;
}

/** What is left out stays as it is. */
export interface TagRuleChange {
  readonly name?: string;
  readonly state?: Tag['state'];
  readonly rule?: TagRuleText;
}

/** Tags that rules keep: sets one up, or says anew whom it is put on. The files follow within minutes. */
@Injectable()
export class SaveTagRule {
  constructor(
    private readonly saveTags: SaveTags,
    private readonly tags: TagRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming the field, NOT_FOUND without such a group, TAG_NAME_TAKEN */
  async add(tx: Tx, by: StaffPrincipal, { groupId, name, rule }: NewTagRule): Promise<string> {
    await this.read(tx, rule);
    const group = (await this.tags.group(tx, groupId)) ?? refuse('NOT_FOUND');
    if (group.oneOf) refuseField('groupId', '每人只选一个的分组里不能放自动标签');
    if ((await allRules(tx)).length >= MOST) refuseField('rule', `自动标签最多 ${MOST} 个`);
    const tagId = await this.saveTags.addTag(tx, by, { groupId, name, keptBy: 'rule' });
    const at = this.clock.now();
    await insertRule(tx, tagId, plainRule(rule), { staffId: by.staffId, at });
    await this.#record(tx, by, tagId, rule);
    return tagId;
  }

  /** @throws Refusal INVALID_INPUT naming the field, NOT_FOUND also for a tag without a rule, TAG_NAME_TAKEN */
  async change(tx: Tx, by: StaffPrincipal, tagId: string, change: TagRuleChange): Promise<void> {
    const { name, state, rule } = change;
    if (!(await lockRule(tx, tagId))) refuse('NOT_FOUND');
    if (name !== undefined || state !== undefined)
      await this.saveTags.changeTag(tx, by, tagId, { name, state });
    if (rule === undefined) return;
    await this.read(tx, rule);
    const at = this.clock.now();
    await updateRule(tx, tagId, plainRule(rule), { staffId: by.staffId, at });
    await this.#record(tx, by, tagId, rule);
  }

  /** A rule that can be followed. @throws Refusal INVALID_INPUT naming what it asks wrongly */
  async read(reader: Reader, text: TagRuleText): Promise<TagRule> {
    const rule = readTagRule(text);
    if (rule.tierIds && !(await areThere(reader, 'tierIds', rule.tierIds)))
      refuseField('tierIds', '没有这个等级');
    if (rule.needIds && !(await areThere(reader, 'needIds', rule.needIds)))
      refuseField('needIds', '没有这个需求标签');
    return rule;
  }

  #record(tx: Tx, actor: StaffPrincipal, id: string, rule: TagRuleText): Promise<void> {
    const subject = { kind: 'tag', id };
    const detail = { ...plainRule(rule) };
    return this.audit.record(tx, { actor, action: 'tag.rule_saved', subject, detail });
  }
}
