import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import { principalKey, type Principal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { HealthFiles } from './data/health-files.js';
import { requireKnown } from './require-known.js';
import { NO_FACTS, joinFacts, type AllergySeverity } from './rules/health-facts.js';

/** What somebody said of a client's health, in a questionnaire or face to face. */
export interface HealthDeclaration {
  readonly customerId: string;
  readonly allergies: readonly {
    readonly ingredientId?: string;
    readonly text?: string;
    readonly severity: AllergySeverity;
  }[];
  readonly conditions: readonly { readonly conditionId: string; readonly note?: string }[];
  readonly source: 'client' | 'staff';
  readonly by: Principal;
  /** As it stands in the history of the file. */
  readonly byName: string;
}

/** Adds what was said to a client's health file. Nothing that stood there is taken away: that takes a person who looks. */
@Injectable()
export class DeclareHealth {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly files: HealthFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT for what the salon does not know */
  async execute(tx: Tx, said: HealthDeclaration): Promise<void> {
    const { customerId, source, by, byName } = said;
    if (said.allergies.length + said.conditions.length === 0) return;
    await this.customers.lockActive(tx, customerId);
    const known = await this.files.read(tx, customerId);
    const heard = {
      allergies: said.allergies.map(({ ingredientId, text, severity }) => ({
        ...{ ingredientId: ingredientId ?? null, text: text?.trim() ?? '', severity },
      })),
      conditions: said.conditions.map(({ conditionId, note }) => ({
        ...{ conditionId, note: note?.trim() ?? '', until: null },
      })),
      patchTests: [],
      history: '',
    };
    await requireKnown(tx, heard);
    const facts = joinFacts(known?.facts ?? NO_FACTS, heard);
    const version = (known?.version ?? 0) + 1;
    const [at, id] = [this.clock.now(), principalKey(by).slice(by.kind.length + 1)];
    const writer = { kind: by.kind, id, name: byName, source, at };
    await this.files.write(tx, customerId, { version, facts }, writer);
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, {
      ...{ actor: by, action: 'health.written', subject, detail: { version } },
    });
  }
}
