import { Injectable } from '@nestjs/common';
import type { FieldError } from '@yance/shared-types';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { StaffMemberEntity, StaffSkillEntity, StaffStoreEntity } from './data/staff.entity.js';
import type { Position, StaffGrade } from './rules/member.js';

/** A person before she has an id. */
export interface StaffDraft {
  readonly name: string;
  readonly displayName: string;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly position: Position;
  readonly grade: StaffGrade;
  readonly title: string;
  readonly bio: string;
  readonly avatarUrl: string | null;
  readonly onlineBookable: boolean;
  readonly storeIds: readonly string[];
  readonly skillIds: readonly string[];
}

function staffErrors(draft: StaffDraft): FieldError[] {
  const errors: FieldError[] = [];
  if (draft.name.trim() === '') errors.push({ field: 'name', message: '请填写姓名。' });
  if (draft.displayName.trim() === '')
    errors.push({ field: 'displayName', message: '请填写顾客看到的称呼。' });
  if (draft.storeIds.length === 0)
    errors.push({ field: 'storeIds', message: '请选择至少一家门店。' });
  return errors;
}

/** Takes a person on, in one or more stores, with the skills she has. */
@Injectable()
export class HireStaff {
  constructor(private readonly clock: Clock) {}

  /**
   * @returns the id of the person
   * @throws Refusal INVALID_INPUT naming each field that does not hold
   */
  async execute(tx: Tx, draft: StaffDraft): Promise<string> {
    const fields = staffErrors(draft);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const id = newId();
    const { storeIds, skillIds, ...person } = draft;
    const createdAt = this.clock.now();
    await tx.manager.insert(StaffMemberEntity, { id, ...person, state: 'active', createdAt });
    await tx.manager.insert(
      StaffStoreEntity,
      storeIds.map((storeId) => ({ staffId: id, storeId })),
    );
    if (skillIds.length > 0)
      await tx.manager.insert(
        StaffSkillEntity,
        skillIds.map((skillId) => ({ staffId: id, skillId })),
      );
    return id;
  }
}
