import { Injectable } from '@nestjs/common';
import {
  AddNote,
  LinkFiles,
  SaveTags,
  SetTags,
  UpdateCustomer,
} from '../../modules/customers/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { TAG_GROUPS } from '../content/client-tags.js';
import type { StoreKey } from '../content/content-types.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { PlannedFile } from '../plan/file-plan.js';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf, managerOf, staffOf } from './staff-of.js';

const AT_ONCE = 6;

/** Writes what the salon knows of its clients: tags, likes, days, who answers for whom, who belongs together, and what is noted. */
@Injectable()
export class FileLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saveTags: SaveTags,
    private readonly setTags: SetTags,
    private readonly updateCustomer: UpdateCustomer,
    private readonly addNote: AddNote,
    private readonly linkFiles: LinkFiles,
  ) {}

  /** @param ids of the planned clients' files */
  async load(
    house: House,
    ids: ReadonlyMap<PlannedClient, string>,
    files: readonly PlannedFile[],
  ): Promise<void> {
    const manager = managerOf(house, 'wukang');
    const tags = await this.unitOfWork.run((tx) => this.#tags(tx, manager));
    await inParallel(files, AT_ONCE, (file) =>
      this.unitOfWork.run((tx) => this.#file(tx, house, ids, tags, file)),
    );
    for (const file of files) await this.#links(house, ids, file);
  }

  async #links(
    house: House,
    ids: ReadonlyMap<PlannedClient, string>,
    { client, links }: PlannedFile,
  ): Promise<void> {
    const desk = deskOf(house, client.store);
    for (const { other, relation } of links) {
      const [id, otherId] = [ids.get(client), ids.get(other)];
      if (id === undefined || otherId === undefined) continue;
      await this.unitOfWork.run((tx) => this.linkFiles.execute(tx, desk, id, otherId, relation));
    }
  }

  async #tags(tx: Tx, manager: StaffPrincipal): Promise<ReadonlyMap<string, string>> {
    const made = new Map<string, string>();
    for (const { tags, ...group } of TAG_GROUPS) {
      const groupId = await this.saveTags.addGroup(tx, manager, group);
      for (const name of tags)
        made.set(
          `${group.name}/${name}`,
          await this.saveTags.addTag(tx, manager, { groupId, name, keptBy: 'hand' }),
        );
    }
    return made;
  }

  async #file(
    tx: Tx,
    house: House,
    ids: ReadonlyMap<PlannedClient, string>,
    tags: ReadonlyMap<string, string>,
    file: PlannedFile,
  ): Promise<void> {
    const customerId = ids.get(file.client);
    if (customerId === undefined) return;
    const { store } = file.client;
    const desk = deskOf(house, store);
    const consultant = staffOf(house, ({ position }) => position === 'consultant');
    const referrerId = file.referrer && ids.get(file.referrer);
    const patch = {
      ...file.details,
      ...(file.hasConsultant && { consultantId: consultant.staffId }),
      ...(referrerId && { referrerId }),
      ...(file.occasions.length > 0 && { occasions: file.occasions }),
    };
    await this.updateCustomer.execute(tx, customerId, patch, desk);
    const tagIds = file.tags.flatMap(({ group, name }) => tags.get(`${group}/${name}`) ?? []);
    await this.setTags.execute(tx, desk, customerId, tagIds);
    await this.#notes(tx, house, store, customerId, file);
  }

  async #notes(
    tx: Tx,
    house: House,
    store: StoreKey,
    customerId: string,
    { careNote, managerNote }: PlannedFile,
  ): Promise<void> {
    const therapist = staffOf(
      house,
      ({ roles, stores }) => roles.includes('therapist') && stores.includes(store),
    );
    const notes = [
      { by: therapist, visibility: 'care', text: careNote },
      { by: managerOf(house, store), visibility: 'managers', text: managerNote },
    ] as const;
    for (const { by, visibility, text } of notes)
      if (text !== null) await this.addNote.execute(tx, by, { customerId, visibility, text });
  }
}
