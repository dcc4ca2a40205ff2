import { Injectable } from '@nestjs/common';
import { CustomerQueries, ageOn } from '../../customers/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  CONSENT_KINDS,
  type ConsentAct,
  type ConsentKind,
  type ConsentProof,
  type ConsentText,
  type ConsentTextKind,
} from './consent-types.js';
import { currentTexts } from './data/consent-texts.js';
import { consentsOf, lastConsent } from './data/consents.js';

/** Where a client stands with one text: the words in force and what she said last of their topic. */
export interface ConsentStanding {
  readonly text: ConsentText;
  /** Her last word; null when there is none. */
  readonly last: ConsentAct | null;
  /** Given and not withdrawn; of a notice: signed in the version in force. */
  readonly stands: boolean;
}

/** Reads of what clients agreed to. */
@Injectable()
export class ConsentQueries {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  /** Whether a consent is given and not withdrawn. */
  async stands(reader: Reader, customerId: string, kind: ConsentKind): Promise<boolean> {
    return (await this.said(reader, customerId, kind)) === 'given';
  }

  /** What she said last; undefined when she never said anything. */
  async said(
    reader: Reader,
    customerId: string,
    kind: ConsentKind,
  ): Promise<ConsentAct['act'] | undefined> {
    return (await lastConsent(reader, customerId, kind))?.act;
  }

  /** Where she stands with every consent and with the notices that these services ask for. */
  async standings(
    reader: Reader,
    customerId: string,
    serviceIds: readonly string[],
  ): Promise<{ readonly standings: ConsentStanding[]; readonly acts: ConsentAct[] }> {
    const acts = await consentsOf(reader, customerId);
    const texts = await currentTexts(reader, [...CONSENT_KINDS, ...serviceIds]);
    const asked = texts.filter((text) => text.kind !== 'notice' || text.required);
    return { standings: asked.map((text) => standingOf(text, acts)), acts };
  }

  /** Whole years by the birthday on her file; null where it does not tell. @throws Refusal CLIENT_NOT_FOUND */
  async ageOf(reader: Reader, customerId: string): Promise<number | null> {
    const file = (await this.customers.file(reader, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    return ageOn(file.birthday, localDate(this.clock.now(), HOME_ZONE));
  }

  /** Whether she is, by her birthday, too young to answer alone. @throws Refusal CLIENT_NOT_FOUND */
  async needsGuardian(reader: Reader, customerId: string, below: number): Promise<boolean> {
    const age = await this.ageOf(reader, customerId);
    return age !== null && age < below;
  }

  /** @param below an age in years. @throws Refusal GUARDIAN_REQUIRED for a younger client alone */
  async requireGuardian(
    reader: Reader,
    customerId: string,
    below: number,
    { guardian }: Pick<ConsentProof, 'guardian'>,
  ): Promise<void> {
    if (!guardian && (await this.needsGuardian(reader, customerId, below)))
      refuse('GUARDIAN_REQUIRED', { extras: { below } });
  }

  /**
   * Before somebody agrees: nobody can tell whether she may do so alone while her birthday is not known.
   * @throws Refusal BIRTHDAY_NEEDED unless somebody at the salon answers for her age
   */
  async requireAge(
    reader: Reader,
    customerId: string,
    { kind, guardianBelow: below }: Pick<ConsentText, 'kind' | 'guardianBelow'>,
    { ofAgeReason }: Pick<ConsentProof, 'ofAgeReason'>,
  ): Promise<void> {
    if (!asksForAge(kind) || ofAgeReason !== undefined) return;
    if ((await this.ageOf(reader, customerId)) === null)
      refuse('BIRTHDAY_NEEDED', { extras: { below } });
  }
}

/** What is told before anything is known of her cannot ask for her birthday first. */
export const asksForAge = (kind: ConsentTextKind): boolean => kind !== 'privacy';

/** @param acts latest first */
function standingOf(text: ConsentText, acts: readonly ConsentAct[]): ConsentStanding {
  if (text.kind === 'notice') {
    const last = acts.find((act) => act.serviceId === text.serviceId) ?? null;
    return { text, last, stands: acts.some((act) => act.textId === text.id) };
  }
  const last = acts.find((act) => act.kind === text.kind) ?? null;
  return { text, last, stands: last?.act === 'given' };
}
