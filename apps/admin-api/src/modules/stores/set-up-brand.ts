import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { BrandEntity } from './data/store.entity.js';

/** What clients see of the salon as a whole. */
export interface BrandDraft {
  readonly name: string;
  readonly slogan: string;
  readonly story: string;
}

/** Gives the salon its name. A database with a brand is a salon that was set up. */
@Injectable()
export class SetUpBrand {
  constructor(private readonly clock: Clock) {}

  /** @returns the id of the brand */
  async execute(tx: Tx, draft: BrandDraft): Promise<string> {
    const id = newId();
    const { name, slogan, story } = draft;
    await tx.manager.insert(BrandEntity, { id, name, slogan, story, createdAt: this.clock.now() });
    return id;
  }
}
