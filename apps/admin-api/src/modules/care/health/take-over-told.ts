import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { HealthFiles } from './data/health-files.js';
import { HealthAccess } from './health-access.js';
import { isKnown } from './data/knowledge.js';
import { NO_FACTS, type AllergySeverity, type HealthFacts } from './rules/health-facts.js';
import { openCautions, type ToldCaution } from './rules/judge-told.js';
import { withFound, withMeans, type FoundMeaning } from './rules/told-facts.js';
import { ToldCautions } from './told-cautions.js';

/** What somebody who treats her asked her about. */
export interface Confirmation {
  /** Of the caution. */
  readonly code: string;
  /** How badly she reacts, where it speaks of an ingredient. */
  readonly severity: AllergySeverity | null;
  /** What that in it turned out to be which no rule can judge; null: what the care knowledge names is taken over. */
  readonly meaning: FoundMeaning | null;
}

/** Takes what a client told in a questionnaire over into her health file: from then on the file speaks, not the telling. */
@Injectable()
export class TakeOverTold {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly files: HealthFiles,
    private readonly health: HealthAccess,
    private readonly told: ToldCautions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the version that her file has now
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING, QUESTIONNAIRE_NOT_FOUND when it is no
   *   caution or she answered anew since, TOLD_CONFIRMED, INVALID_INPUT naming `severity` or a member of `meaning`
   */
  async execute(
    tx: Tx,
    by: StaffPrincipal,
    customerId: string,
    { code, severity, meaning }: Confirmation,
  ): Promise<number> {
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const told = await this.told.of(tx, customerId);
    if (!told.some((one) => one.code === code)) refuse('QUESTIONNAIRE_NOT_FOUND');
    const file = await this.files.read(tx, customerId);
    const known = file?.facts ?? NO_FACTS;
    const caution = openCautions(told, known).find((one) => one.code === code);
    if (!caution) return refuse('TOLD_CONFIRMED');
    const facts = await this.#confirmed(tx, withoutOld(known, told), caution, {
      severity,
      meaning,
    });
    const version = (file?.version ?? 0) + 1;
    const writer = { kind: 'staff', id: by.staffId, name: by.name, source: 'client' } as const;
    await this.files.write(tx, customerId, { version, facts }, { ...writer, at: this.clock.now() });
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, {
      ...{ actor: by, action: 'health.written', subject, detail: { version } },
    });
    return version;
  }

  async #confirmed(
    tx: Tx,
    known: HealthFacts,
    caution: ToldCaution,
    { severity, meaning }: Omit<Confirmation, 'code'>,
  ): Promise<HealthFacts> {
    if (meaning === null && caution.means.length === 0)
      refuseField('meaning', '请写明是过敏、哪种情况，还是无需留意');
    if (meaning !== null && !caution.isLoose) refuse('TOLD_CONFIRMED');
    const result =
      meaning === null ? withMeans(known, caution, severity) : withFound(known, caution, meaning);
    if ('fault' in result) return refuseField(result.fault.field, result.fault.message);
    const conditionId = meaning?.conditionId ?? null;
    if (conditionId !== null && !(await isKnown(tx, 'health_condition', conditionId)))
      refuseField('meaning.conditionId', '没有这种情况');
    return result.facts;
  }
}

/** Codes of answers that gave way to later ones are told no more. */
function withoutOld(facts: HealthFacts, told: readonly ToldCaution[]): HealthFacts {
  const still = (codes: readonly string[] = []): string[] =>
    codes.filter((one) => told.some(({ code }) => code === one));
  return { ...facts, takenOver: still(facts.takenOver), settled: still(facts.settled) };
}
