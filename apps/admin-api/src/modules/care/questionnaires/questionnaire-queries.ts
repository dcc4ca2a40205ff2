import type { Answer, QuestionnaireState } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { groupBy } from '../../../platform/collections/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ConsentQueries } from '../consents/consent-queries.js';
import { HealthAccess, type HealthConsent } from '../health/health-access.js';
import { QuestionnaireAnswers, type AnswerSheet } from './data/answers.js';
import { versionsAnsweredBy, versionsInForce } from './data/questionnaires.js';
import { cautiousKeys, saidBy, type QuestionnaireVersion } from './rules/questionnaire.js';
import { countsUntil, isAskedBy, stateOf } from './rules/standing.js';

/** Where a client stands with a questionnaire. */
export interface QuestionnaireStanding {
  /** In force. */
  readonly form: QuestionnaireVersion;
  readonly state: QuestionnaireState;
  /** Her latest; null too once what she said is closed. */
  readonly last: AnswerSheet | null;
  /** The last day that it counts; null: for good, or there is none. */
  readonly until: string | null;
}

/** An answer that may be read, with the version that it was given to. */
export interface OpenAnswer {
  readonly sheet: AnswerSheet;
  readonly form: QuestionnaireVersion;
  readonly answers: readonly Answer[];
  /** Of the latest of its questionnaire, by what is in force: whether it counts. Older ones gave way to it. */
  readonly state: 'filled' | 'expired' | 'older';
}

/** An answer with what no later one to its questionnaire speaks of. */
export interface StandingAnswer extends OpenAnswer {
  /** Keys of questions. */
  readonly standing: ReadonlySet<string>;
}

type ClosedAnswer = Omit<OpenAnswer, 'answers'>;

/** Reads of what clients are asked and what they answered. Whoever shows answers to staff calls `noteRead`. */
@Injectable()
export class QuestionnaireQueries {
  constructor(
    private readonly sheets: QuestionnaireAnswers,
    private readonly health: HealthAccess,
    private readonly consents: ConsentQueries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * What some services ask for, and what she answered before. Once she withdrew her consent, what she said of her
   * health is as if she had never said it.
   */
  async standings(
    reader: Reader,
    customerId: string,
    serviceIds: readonly string[],
  ): Promise<{ readonly consent: HealthConsent; readonly items: QuestionnaireStanding[] }> {
    const consent = await this.health.consent(reader, customerId);
    const sheets = await this.sheets.ofClient(reader, customerId);
    const items = (await versionsInForce(reader)).flatMap((form) => {
      const last = sheets.find(({ questionnaireId: id }) => id === form.questionnaireId);
      if (!isAskedBy(form, serviceIds) && !(form.asked && last)) return [];
      return [this.#standing(form, isClosed(form, consent) ? null : (last ?? null))];
    });
    return { consent, items };
  }

  /** One that is asked for. @throws Refusal QUESTIONNAIRE_NOT_FOUND, CLIENT_NOT_FOUND */
  async toFill(
    reader: Reader,
    customerId: string,
    id: string,
  ): Promise<{
    readonly consent: HealthConsent;
    readonly standing: QuestionnaireStanding;
    readonly guardianNeeded: boolean;
  }> {
    const form = (await versionsInForce(reader)).find((one) => one.questionnaireId === id);
    if (!form?.asked) return refuse('QUESTIONNAIRE_NOT_FOUND');
    const { guardianBelow, serviceIds } = form;
    const { consent, items } = await this.standings(reader, customerId, serviceIds);
    const standing = items.find((one) => one.form.questionnaireId === id);
    if (!standing) throw new Error('a questionnaire that is asked for without a standing');
    const guardianNeeded = await this.consents.needsGuardian(reader, customerId, guardianBelow);
    return { consent, standing, guardianNeeded };
  }

  /** The newest first, without what she closed. */
  async answersOf(
    reader: Reader,
    customerId: string,
  ): Promise<{ readonly consent: HealthConsent; readonly answers: OpenAnswer[] }> {
    const consent = await this.health.consent(reader, customerId);
    return { consent, answers: await this.#opened(reader, await this.#closed(reader, customerId)) };
  }

  /**
   * Her answers in which a caution may stand, by questionnaire, the newest first, without what she closed. A question that the form
   * stopped asking leaves what she said to it standing.
   */
  async standingCautious(reader: Reader, customerId: string): Promise<StandingAnswer[]> {
    const closed = await this.#closed(reader, customerId);
    const standing: StandingAnswer[] = [];
    for (const [, sheets] of groupBy(closed, ({ sheet }) => sheet.questionnaireId)) {
      const open = new Set(sheets.flatMap(({ form }) => cautiousKeys(form.questions)));
      for (const one of sheets) {
        if (open.size === 0) break;
        const answers = await this.sheets.open(reader, one.sheet);
        standing.push({ ...one, answers, standing: new Set(open) });
        for (const key of saidBy(one.form.questions, answers)) open.delete(key);
      }
    }
    return standing;
  }

  /** What she may still have read, the newest first; nothing is opened yet. */
  async #closed(reader: Reader, customerId: string): Promise<ClosedAnswer[]> {
    const sheets = await this.sheets.ofClient(reader, customerId);
    if (sheets.length === 0) return [];
    const consent = await this.health.consent(reader, customerId);
    const versions = await versionsAnsweredBy(reader, customerId);
    const inForce = await versionsInForce(reader);
    const seen = new Set<string>();
    return sheets.flatMap((sheet): ClosedAnswer[] => {
      const { questionnaireId: id, version } = sheet;
      const form = versions.find((one) => one.questionnaireId === id && one.version === version);
      if (!form || isClosed(form, consent)) return [];
      const isLatest = !seen.has(id);
      seen.add(id);
      const now = inForce.find(({ questionnaireId }) => questionnaireId === id) ?? form;
      const state = stateOf(now, sheet.answeredOn, this.#today());
      return [{ sheet, form, state: isLatest && state !== 'missing' ? state : 'older' }];
    });
  }

  async #opened(reader: Reader, closed: readonly ClosedAnswer[]): Promise<OpenAnswer[]> {
    const answers: OpenAnswer[] = [];
    for (const one of closed)
      answers.push({ ...one, answers: await this.sheets.open(reader, one.sheet) });
    return answers;
  }

  /** Somebody read what a client answered, once per request. */
  async noteRead(tx: Tx, staff: StaffPrincipal, customerId: string): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, { actor: staff, action: 'questionnaire.read', subject });
  }

  #standing(form: QuestionnaireVersion, last: AnswerSheet | null): QuestionnaireStanding {
    const state = stateOf(form, last?.answeredOn ?? null, this.#today());
    return { form, state, last, until: last && countsUntil(form, last.answeredOn) };
  }

  #today(): string {
    return localDate(this.clock.now(), HOME_ZONE);
  }
}

const isClosed = ({ health }: QuestionnaireVersion, consent: HealthConsent): boolean =>
  health && consent === 'withdrawn';
