import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CareChecks, type CareQuestion } from './care-checks.js';
import { CareOverrides, type CareContext } from './data/care-overrides.js';
import { OverrideContraindication } from './override-contraindication.js';
import { inPlainWords, tellsOfHealth } from './rules/shown-finding.js';
import type { CareFinding } from './rules/judge.js';
import { requireReader, type GrantedOverride } from './second-pair-of-eyes.js';
import { WhatWasShown, type SealedLook } from './what-was-shown.js';

/** One more question of a deed; two people's word for what it finds may be kept for something else than the deed. */
export interface MoreAsked extends CareQuestion {
  readonly context?: CareContext | undefined;
}

/** Something that a client's health may speak against, and where two people's word for it may stand. */
export interface AskedDeed extends CareQuestion {
  /** What an override of now is kept for. */
  readonly context: CareContext;
  /** Where else one may stand: the visit of a bill, the plan of a visit. */
  readonly also?: readonly CareContext[];
  /** Asked in the same breath, so that one refusal names all of it: the visit of a bill beside its lines. */
  readonly more?: readonly MoreAsked[];
}

/** What is stopped unless two people answer for it. */
export interface GatedDeed extends AskedDeed {
  readonly by: Principal;
  /** Given now, by two people. */
  readonly override?: GrantedOverride | undefined;
}

/** A finding with all that it was found for. */
interface Found {
  readonly finding: CareFinding;
  readonly contexts: readonly CareContext[];
}

const isSame = (a: CareContext, b: CareContext): boolean => a.kind === b.kind && a.id === b.id;
const findingsOf = (found: readonly Found[]): CareFinding[] => found.map(({ finding }) => finding);

/** Stops what a client's health speaks against, unless two people answer for it. */
@Injectable()
export class CareGate {
  constructor(
    private readonly checks: CareChecks,
    private readonly overrides: CareOverrides,
    private readonly override: OverrideContraindication,
    private readonly shown: WhatWasShown,
  ) {}

  /**
   * The client's file is locked by whoever must not meet an allergy that is written meanwhile. Soft findings stop nothing:
   * who decides is told of them before, by the route that checks.
   * @throws Refusal CARE_CONTRAINDICATED with `findings` that say nothing of health: whoever may read about it asks
   *   the route that leaves a trace; and `seen`, which two people's word has to carry, so that it covers what they were
   *   shown and nothing that was written meanwhile; and `look` for the second person, who has to see in full what she
   *   answers for. WRONG_STORE when she does not work in this store, FORBIDDEN when she may not read what it tells of
   */
  async enforce(tx: Tx, deed: GatedDeed): Promise<void> {
    const { customerId, by, override } = deed;
    const open = await this.#open(tx, deed);
    if (open.length === 0) return;
    const findings = findingsOf(open);
    const seen = this.shown.seen(customerId, findings);
    if (by.kind !== 'staff')
      return contraindicated(findings, { seen, look: null }, '请联系门店，或换一个项目。');
    const look = await this.shown.seal(tx, customerId, findings);
    const stop = (wayOn: string): never => contraindicated(findings, { seen, look }, wayOn);
    if (!override) return stop('请换一个项目，或请另一位有权限的同事一起批准。');
    const { reason, approver } = override;
    if (override.seen !== seen) return stop('护理提示刚刚变了，请两位看过再批准。');
    if (!approver.storeIds.includes(deed.storeId)) refuse('WRONG_STORE');
    if (findings.some(tellsOfHealth)) {
      requireReader(approver);
      const looked = this.shown.looked(customerId, approver.staffId, findings);
      if (override.looked !== looked) return stop('请批准的同事先看过护理提示再批准。');
    }
    for (const context of asked(deed)) {
      const its = open.filter(({ contexts }) => contexts.some((one) => isSame(one, context)));
      const kept = { customerId, findings: findingsOf(its), reason, by, approver, context };
      if (its.length > 0) await this.override.execute(tx, kept);
    }
  }

  /** Hard findings that nobody answered for, about what is done already: it is not stopped any more. */
  async unanswered(tx: Tx, deed: AskedDeed): Promise<CareFinding[]> {
    return findingsOf(await this.#open(tx, deed));
  }

  async #open(tx: Tx, deed: AskedDeed): Promise<Found[]> {
    const found = await this.#findings(tx, deed);
    const hard = found.filter(({ finding }) => finding.severity === 'hard');
    if (hard.length === 0) return hard;
    const contexts = [...asked(deed), ...(deed.also ?? [])];
    const stands = await this.overrides.codes(tx, deed.customerId, contexts);
    return hard.filter(({ finding }) => !stands.has(finding.code));
  }

  /** What is found twice is one finding, by the graver word. */
  async #findings(tx: Tx, { more = [], ...deed }: AskedDeed): Promise<Found[]> {
    const found = new Map<string, Found>();
    for (const question of [deed, ...more])
      for (const one of await this.checks.check(tx, question)) {
        const { finding = one, contexts = [] } = found.get(one.code) ?? {};
        const graver = finding.severity === 'hard' ? finding : one;
        const context = question.context ?? deed.context;
        found.set(one.code, { finding: graver, contexts: [...contexts, context] });
      }
    return [...found.values()];
  }
}

/** All that two people's word of now may be kept for, each once. */
function asked({ context, more = [] }: AskedDeed): CareContext[] {
  const all = [context, ...more.flatMap((one) => one.context ?? [])];
  return all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place);
}

/** Says in plain words what it is about, and how to go on. */
function contraindicated(
  open: readonly CareFinding[],
  named: { readonly seen: string; readonly look: SealedLook | null },
  wayOn: string,
): never {
  const findings = inPlainWords(open);
  const about = findings.map(({ words }) => words).join('；');
  return refuse('CARE_CONTRAINDICATED', {
    ...{ detail: `${about}。${wayOn}`, extras: { findings, ...named } },
  });
}
