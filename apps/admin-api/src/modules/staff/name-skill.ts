import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { SkillEntity } from './data/staff.entity.js';

/** Adds a skill that people can have and that steps of a service can ask for. */
@Injectable()
export class NameSkill {
  /** @returns the id of the skill */
  async execute(tx: Tx, name: string): Promise<string> {
    const id = newId();
    await tx.manager.insert(SkillEntity, { id, name });
    return id;
  }
}
