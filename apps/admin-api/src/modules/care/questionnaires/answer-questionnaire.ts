import { faultOfAnswers, type Answer } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { byWhom } from '../consents/by-whom.js';
import { ConsentQueries } from '../consents/consent-queries.js';
import type { ConsentProof } from '../consents/consent-types.js';
import { HealthAccess } from '../health/health-access.js';
import { QuestionnaireAnswers } from './data/answers.js';
import { versionsInForce } from './data/questionnaires.js';
import type { QuestionnaireVersion } from './rules/questionnaire.js';

export interface QuestionnaireReply extends Pick<ConsentProof, 'signature' | 'guardian'> {
  /** The one that she read. */
  readonly version: number;
  readonly answers: readonly Answer[];
}

/** Takes what a client answers, on her phone or on the salon's screen. An earlier answer stays as it was given. */
@Injectable()
export class AnswerQuestionnaire {
  constructor(
    private readonly files: CustomerRepository,
    private readonly sheets: QuestionnaireAnswers,
    private readonly consents: ConsentQueries,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the answer
   * @throws Refusal QUESTIONNAIRE_NOT_FOUND also for one that is asked for no more, QUESTIONNAIRE_CHANGED,
   *   HEALTH_CONSENT_MISSING, GUARDIAN_REQUIRED, CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT
   */
  async execute(
    tx: Tx,
    by: ClientPrincipal | StaffPrincipal,
    customerId: string,
    questionnaireId: string,
    { version, answers, signature, guardian }: QuestionnaireReply,
  ): Promise<string> {
    const owner = await this.files.lockActive(tx, customerId);
    const form = await inForce(tx, questionnaireId, version);
    if (form.health) await this.health.requireConsent(tx, owner);
    const fault = faultOfAnswers(form.questions, answers);
    if (fault) refuseField(fault.field, fault.message);
    if (form.signed && !signature) refuseField('signature', '请签上您的名字');
    if (!form.signed && signature) refuseField('signature', '这份问卷不用签名');
    await this.consents.requireGuardian(tx, customerId, form.guardianBelow, { guardian });
    const at = this.clock.now();
    const way = by.kind === 'client' ? 'phone' : 'screen';
    const sheet = {
      ...({ id: newId(), customerId, questionnaireId, version, way, at } as const),
      ...{ answeredOn: localDate(at, HOME_ZONE), ...byWhom(by) },
    };
    await this.sheets.insert(tx, sheet, answers.map(trimmed), { signature, guardian });
    await this.audit.record(tx, {
      ...{
        actor: by,
        action: 'questionnaire.answered',
        subject: { kind: 'customer', id: customerId },
      },
      detail: { questionnaireId, version, way },
    });
    return sheet.id;
  }
}

async function inForce(tx: Tx, id: string, version: number): Promise<QuestionnaireVersion> {
  const form = (await versionsInForce(tx)).find((one) => one.questionnaireId === id);
  if (!form?.asked) return refuse('QUESTIONNAIRE_NOT_FOUND');
  if (form.version !== version)
    refuse('QUESTIONNAIRE_CHANGED', { extras: { version: form.version } });
  return form;
}

const trimmed = ({ text, ...answer }: Answer): Answer =>
  text === undefined ? answer : { ...answer, text: text.trim() };
