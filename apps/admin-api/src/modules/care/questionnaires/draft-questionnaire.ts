import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../catalog/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { knowledgeNames } from '../health/data/knowledge.js';
import {
  insertQuestionnaire,
  keepQuestionnaireDraft,
  lockQuestionnaire,
} from './data/questionnaires.js';
import { meaningsIn, type QuestionnaireForm } from './rules/questionnaire.js';

/** Keeps what the owner is writing. Nobody is asked it before it is published, so it may still be unfinished. */
@Injectable()
export class DraftQuestionnaire {
  constructor(private readonly clock: Clock) {}

  /** The draft of a new one. @returns its id. @throws Refusal INVALID_INPUT for a service, condition or ingredient that is none */
  async begin(tx: Tx, { name: byName }: StaffPrincipal, form: QuestionnaireForm): Promise<string> {
    await requireServices(tx, form);
    await requireMeanings(tx, form);
    const id = newId();
    await insertQuestionnaire(tx, id, { form, byName, at: this.clock.now() });
    return id;
  }

  /**
   * @param revision the one that was read
   * @returns the revision that it has now
   * @throws Refusal QUESTIONNAIRE_NOT_FOUND, QUESTIONNAIRE_DRAFT_CHANGED when somebody was faster, INVALID_INPUT
   */
  async keep(
    tx: Tx,
    { name: byName }: StaffPrincipal,
    id: string,
    { revision, form }: { readonly revision: number; readonly form: QuestionnaireForm },
  ): Promise<number> {
    const known = (await lockQuestionnaire(tx, id)) ?? refuse('QUESTIONNAIRE_NOT_FOUND');
    if (known.revision !== revision)
      refuse('QUESTIONNAIRE_DRAFT_CHANGED', { extras: { revision: known.revision } });
    await requireServices(tx, form);
    await requireMeanings(tx, form);
    const draft = { form, byName, at: this.clock.now() };
    await keepQuestionnaireDraft(tx, id, revision + 1, draft);
    return revision + 1;
  }
}

async function requireServices(tx: Tx, { serviceIds }: QuestionnaireForm): Promise<void> {
  const known = await serviceNames(tx, serviceIds);
  const strange = serviceIds.findIndex((id) => !known.has(id));
  if (strange >= 0) refuseField(`form.serviceIds.${strange}`, '没有这个项目');
}

/** What nobody knows would warn of nothing. */
async function requireMeanings(tx: Tx, { questions }: QuestionnaireForm): Promise<void> {
  const named = meaningsIn(questions);
  const known = await knowledgeNames(
    tx,
    named.map(({ id }) => id),
  );
  const strange = named.find(({ id }) => !known.has(id));
  if (!strange) return;
  const message = strange.member === 'conditionId' ? '没有这种情况' : '没有这种成分';
  refuseField(`form.${strange.field}.${strange.member}`, message);
}
