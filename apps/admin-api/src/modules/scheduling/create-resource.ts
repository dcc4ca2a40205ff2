import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { insertResource, type Resource } from './data/resources.js';

/** What a new resource is; a person's has a `staffId` and no store, all others a store. */
export type ResourceDraft = Partial<Resource> & Pick<Resource, 'kind' | 'name'>;

/** Makes a person, room, bed or device bookable. */
@Injectable()
export class CreateResource {
  /** @returns the id of the resource */
  async execute(tx: Tx, draft: ResourceDraft): Promise<string> {
    const id = draft.id ?? newId();
    const staffId = draft.staffId ?? null;
    await insertResource(tx, { ...draft, id, staffId, storeId: draft.storeId ?? null });
    return id;
  }
}
