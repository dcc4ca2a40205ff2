import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { insertVersion, lockQuestionnaire } from './data/questionnaires.js';
import { faultOfForm } from './rules/questionnaire.js';

/** Puts a draft in force as the next version. What was answered to an older one stays readable by it. */
@Injectable()
export class PublishQuestionnaire {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param revision the draft that was read
   * @returns the version that it has now
   * @throws Refusal QUESTIONNAIRE_NOT_FOUND, QUESTIONNAIRE_DRAFT_CHANGED when there is another draft or none,
   *   INVALID_INPUT for one that is not finished
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, revision: number): Promise<number> {
    const known = (await lockQuestionnaire(tx, id)) ?? refuse('QUESTIONNAIRE_NOT_FOUND');
    const { draft } = known;
    if (!draft || known.revision !== revision)
      return refuse('QUESTIONNAIRE_DRAFT_CHANGED', { extras: { revision: known.revision } });
    const fault = faultOfForm(draft.form);
    if (fault) refuseField(`form.${fault.field}`, fault.message);
    const version = known.version + 1;
    await insertVersion(tx, {
      ...draft.form,
      ...{ questionnaireId: id, version, byName: staff.name, publishedAt: this.clock.now() },
    });
    const subject = { kind: 'questionnaire', id };
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'questionnaire.published', subject, detail: { version } },
    });
    return version;
  }
}
