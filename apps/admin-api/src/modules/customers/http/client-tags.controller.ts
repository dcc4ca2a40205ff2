import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { TagRepository } from '../data/tag-repository.js';
import { SaveTags } from '../save-tags.js';
import {
  AddTagBody,
  AddTagGroupBody,
  ChangeTagBody,
  ChangeTagGroupBody,
  TagGroupListView,
} from './dto/client-tags.dto.js';

/** The salon's own words for its clients. Each write answers with all groups, as the page shows them. */
@Controller('staff')
export class ClientTagsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly repository: TagRepository,
    private readonly saveTags: SaveTags,
  ) {}

  @Get('client-tag-groups')
  @StaffRoute('clients.read')
  list(): Promise<TagGroupListView> {
    return this.#all(this.database);
  }

  @Post('client-tag-groups')
  @StaffRoute('clients.policy')
  addGroup(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { purpose = 'free', ...group }: AddTagGroupBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<TagGroupListView> {
    return this.idempotent.run(call, async (tx) => {
      await this.saveTags.addGroup(tx, staff, { ...group, purpose });
      return this.#all(tx);
    });
  }

  @Patch('client-tag-groups/:groupId')
  @StaffRoute('clients.policy')
  changeGroup(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('groupId', IdPipe) groupId: string,
    @Body() body: ChangeTagGroupBody,
  ): Promise<TagGroupListView> {
    return this.unitOfWork.run(async (tx) => {
      await this.saveTags.changeGroup(tx, staff, groupId, body);
      return this.#all(tx);
    });
  }

  @Post('client-tag-groups/:groupId/tags')
  @StaffRoute('clients.policy')
  addTag(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('groupId', IdPipe) groupId: string,
    @Body() { name }: AddTagBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<TagGroupListView> {
    return this.idempotent.run(call, async (tx) => {
      await this.saveTags.addTag(tx, staff, { groupId, name, keptBy: 'hand' });
      return this.#all(tx);
    });
  }

  @Patch('client-tags/:tagId')
  @StaffRoute('clients.policy')
  changeTag(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('tagId', IdPipe) tagId: string,
    @Body() body: ChangeTagBody,
  ): Promise<TagGroupListView> {
    return this.unitOfWork.run(async (tx) => {
      await this.saveTags.changeTag(tx, staff, tagId, body);
      return this.#all(tx);
    });
  }

  async #all(reader: Reader): Promise<TagGroupListView> {
    const groups = await this.repository.groups(reader);
    const items = groups.map(({ id, name, color, oneOf, purpose, tags }) => ({
      ...{ id, name, color, oneOf, purpose },
      tags: tags.map((tag) => ({
        ...{ id: tag.id, name: tag.name, keptBy: tag.keptBy, state: tag.state },
      })),
    }));
    return { items };
  }
}
