import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CareChecks, type CareQuestion } from './care-checks.js';
import { CareOverrides, type CareContext } from './data/care-overrides.js';
import { OverrideContraindication } from './override-contraindication.js';
import { inPlainWords } from './rules/shown-finding.js';
import type { CareFinding } from './rules/judge.js';
import type { GrantedOverride } from './second-pair-of-eyes.js';

export interface GatedDeed extends CareQuestion {
  readonly by: Principal;
  /** What an override of now is kept for. */
  readonly context: CareContext;
  /** Where else one may stand: the visit of a bill, the plan of a visit. */
  readonly also?: readonly CareContext[];
  /** Given now, by two people. */
  readonly override?: GrantedOverride | undefined;
}

/** Stops what a client's health speaks against, unless two people answer for it. */
@Injectable()
export class CareGate {
  constructor(
    private readonly checks: CareChecks,
    private readonly overrides: CareOverrides,
    private readonly override: OverrideContraindication,
  ) {}

  /**
   * The client's file is locked by whoever must not meet an allergy that is written meanwhile.
   * @returns what was found, soft findings among it
   * @throws Refusal CARE_CONTRAINDICATED with `findings` that say nothing of health: whoever may read about it asks
   *   the route that leaves a trace; WRONG_STORE when the second person does not work in this store
   */
  async enforce(tx: Tx, deed: GatedDeed): Promise<CareFinding[]> {
    const { customerId, by, context, also = [], override } = deed;
    const found = await this.checks.check(tx, deed);
    const hard = found.filter(({ severity }) => severity === 'hard');
    if (hard.length === 0) return found;
    const stands = await this.overrides.codes(tx, customerId, [context, ...also]);
    const open = hard.filter(({ code }) => !stands.has(code));
    if (open.length === 0) return found;
    if (!override || by.kind !== 'staff') return contraindicated(open);
    const { reason, approver } = override;
    if (!approver.storeIds.includes(deed.storeId)) refuse('WRONG_STORE');
    await this.override.execute(tx, { customerId, findings: open, reason, by, approver, context });
    return found;
  }
}

/** Says in plain words what it is about, and how to go on. */
function contraindicated(open: readonly CareFinding[]): never {
  const findings = inPlainWords(open);
  const about = findings.map(({ words }) => words).join('；');
  return refuse('CARE_CONTRAINDICATED', {
    ...{ detail: `${about}。请联系门店，或换一个项目。`, extras: { findings } },
  });
}
