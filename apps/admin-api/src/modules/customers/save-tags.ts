import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { TagRepository } from './data/tag-repository.js';
import type { Tag, TagGroup } from './rules/tags.js';

/** The salon's own words for its clients: groups of tags, and the tags in them. */
@Injectable()
export class SaveTags {
  constructor(
    private readonly tags: TagRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whether a group allows one or many is decided once. @throws Refusal TAG_NAME_TAKEN */
  async addGroup(
    tx: Tx,
    by: Principal,
    group: Pick<TagGroup, 'name' | 'color' | 'oneOf'>,
  ): Promise<string> {
    const id = newId();
    await this.tags.addGroup(tx, { ...group, id, name: group.name.trim() }, this.clock.now());
    await this.#record(tx, by, 'tag-group.added', id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, TAG_NAME_TAKEN */
  async changeGroup(
    tx: Tx,
    by: Principal,
    id: string,
    change: Partial<Pick<TagGroup, 'name' | 'color'>>,
  ): Promise<void> {
    const group = (await this.tags.group(tx, id)) ?? refuse('NOT_FOUND');
    const name = change.name?.trim() ?? group.name;
    await this.tags.changeGroup(tx, id, name, change.color ?? group.color);
    await this.#record(tx, by, 'tag-group.changed', id);
  }

  /** @throws Refusal NOT_FOUND when there is no such group, TAG_NAME_TAKEN */
  async addTag(
    tx: Tx,
    by: Principal,
    { groupId, name, keptBy }: Pick<Tag, 'groupId' | 'name' | 'keptBy'>,
  ): Promise<string> {
    if (!(await this.tags.group(tx, groupId))) refuse('NOT_FOUND');
    const id = newId();
    const tag = { id, groupId, name: name.trim(), keptBy, state: 'active' } as const;
    await this.tags.addTag(tx, tag, this.clock.now());
    await this.#record(tx, by, 'tag.added', id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, TAG_NAME_TAKEN */
  async changeTag(
    tx: Tx,
    by: Principal,
    id: string,
    change: Partial<Pick<Tag, 'name' | 'state'>>,
  ): Promise<void> {
    const tag = (await this.tags.lockTag(tx, id)) ?? refuse('NOT_FOUND');
    const name = change.name?.trim() ?? tag.name;
    await this.tags.changeTag(tx, { id, name, state: change.state ?? tag.state });
    await this.#record(tx, by, 'tag.changed', id);
  }

  #record(tx: Tx, actor: Principal, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'tag', id } });
  }
}
