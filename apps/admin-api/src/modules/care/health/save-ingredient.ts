import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import {
  isDuplicateKey,
  isForeignKeyViolation,
  type Tx,
} from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import {
  groupMembers,
  insertIngredient,
  updateIngredient,
  type IngredientDraft,
} from './data/knowledge.js';
import { refuseChange } from './refuse-change.js';
import { makesCircle } from './rules/ingredient-cover.js';

/** Writes an ingredient, or a group of them. */
@Injectable()
export class SaveIngredient {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming the field: a taken name, a member that is not there, a group inside itself */
  async create(tx: Tx, by: StaffPrincipal, draft: IngredientDraft): Promise<string> {
    const id = newId();
    const tidied = tidy(draft);
    await naming(() => insertIngredient(tx, id, tidied, this.clock.now()));
    await this.#record(tx, by, id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, CARE_RULE_CHANGED when the version is not the latest; as create */
  async change(
    tx: Tx,
    by: StaffPrincipal,
    at: { readonly id: string; readonly version: number },
    draft: IngredientDraft,
  ): Promise<void> {
    const tidied = tidy(draft);
    if (makesCircle(at.id, tidied.memberIds, await groupMembers(tx)))
      refuseField('memberIds', '一组成分不能包含它自己');
    const isWritten = await naming(() => updateIngredient(tx, at, tidied, this.clock.now()));
    if (!isWritten) await refuseChange(tx, 'ingredient', at.id);
    await this.#record(tx, by, at.id);
  }

  #record(tx: Tx, by: StaffPrincipal, id: string): Promise<void> {
    const subject = { kind: 'ingredient', id };
    return this.audit.record(tx, { actor: by, action: 'ingredient.written', subject });
  }
}

function tidy({ kind, name, inci, also, memberIds, state }: IngredientDraft): IngredientDraft {
  const others = [...new Set(also.map((one) => one.trim()).filter(Boolean))];
  const isGroup = kind === 'group';
  return {
    ...{ kind, name: name.trim(), also: others, state },
    ...{ inci: isGroup ? null : inci?.trim() || null, memberIds: isGroup ? memberIds : [] },
  };
}

/** The database knows which names are taken and which members there are. */
async function naming<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error, 'uq_ingredient_name')) refuseField('name', '已有这个名称的成分');
    if (isForeignKeyViolation(error)) refuseField('memberIds', '有的成分不存在');
    throw error;
  }
}
