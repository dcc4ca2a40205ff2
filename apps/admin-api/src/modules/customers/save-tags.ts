import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { TagRepository } from './data/tag-repository.js';
import { tellsOfHealth } from './rules/health-words.js';
import type { Tag, TagGroup } from './rules/tags.js';

/** Everybody reads the names of tags, so none tells of health. @throws Refusal INVALID_INPUT naming `name` */
function tidy(name: string): string {
  if (tellsOfHealth(name)) refuseField('name', '身体情况请记在健康档案里，那里加密保存');
  return name.trim();
}

/** The salon's own words for its clients: groups of tags, and the tags in them. */
@Injectable()
export class SaveTags {
  constructor(
    private readonly tags: TagRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whether a group allows one or many is decided once. @throws Refusal TAG_NAME_TAKEN, INVALID_INPUT naming `name` */
  async addGroup(
    tx: Tx,
    by: Principal,
    group: Pick<TagGroup, 'name' | 'color' | 'oneOf' | 'purpose'>,
  ): Promise<string> {
    const id = newId();
    await this.tags.addGroup(tx, { ...group, id, name: tidy(group.name) }, this.clock.now());
    await this.#record(tx, by, 'tag-group.added', id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, TAG_NAME_TAKEN, INVALID_INPUT naming `name` */
  async changeGroup(
    tx: Tx,
    by: Principal,
    id: string,
    change: Partial<Pick<TagGroup, 'name' | 'color' | 'purpose'>>,
  ): Promise<void> {
    const group = (await this.tags.group(tx, id)) ?? refuse('NOT_FOUND');
    const { color = group.color, purpose = group.purpose } = change;
    const name = change.name === undefined ? group.name : tidy(change.name);
    await this.tags.changeGroup(tx, { id, name, color, purpose });
    await this.#record(tx, by, 'tag-group.changed', id);
  }

  /** @throws Refusal NOT_FOUND when there is no such group, TAG_NAME_TAKEN, INVALID_INPUT naming `name` */
  async addTag(
    tx: Tx,
    by: Principal,
    { groupId, name, keptBy }: Pick<Tag, 'groupId' | 'name' | 'keptBy'>,
  ): Promise<string> {
    if (!(await this.tags.group(tx, groupId))) refuse('NOT_FOUND');
    const id = newId();
    const tag = { id, groupId, name: tidy(name), keptBy, state: 'active' } as const;
    await this.tags.addTag(tx, tag, this.clock.now());
    await this.#record(tx, by, 'tag.added', id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, TAG_NAME_TAKEN, INVALID_INPUT naming `name` */
  async changeTag(
    tx: Tx,
    by: Principal,
    id: string,
    change: Partial<Pick<Tag, 'name' | 'state'>>,
  ): Promise<void> {
    const tag = (await this.tags.lockTag(tx, id)) ?? refuse('NOT_FOUND');
    const name = change.name === undefined ? tag.name : tidy(change.name);
    await this.tags.changeTag(tx, { id, name, state: change.state ?? tag.state });
    await this.#record(tx, by, 'tag.changed', id);
  }

  #record(tx: Tx, actor: Principal, action: AuditAction, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'tag', id } });
  }
}
