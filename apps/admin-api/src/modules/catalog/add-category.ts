import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { ServiceCategoryEntity } from './data/catalog.entity.js';

/** Adds a heading of the menu. `sort` is its place, smallest first. */
@Injectable()
export class AddCategory {
  /** @returns the id of the category */
  async execute(tx: Tx, name: string, sort: number): Promise<string> {
    const id = newId();
    await tx.manager.insert(ServiceCategoryEntity, { id, name, sort });
    return id;
  }
}
