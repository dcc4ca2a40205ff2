import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompletionChecks, visitsByIds } from '../appointments/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { recordOfVisit } from './data/records.js';
import { templatesOf } from './data/templates.js';

/** Keeps a visit from being completed before its record is written, where a service's template asks for it. */
@Injectable()
export class RequireRecord implements OnModuleInit {
  constructor(private readonly checks: CompletionChecks) {}

  onModuleInit(): void {
    this.checks.register((tx, appointmentId) => this.#check(tx, appointmentId));
  }

  async #check(tx: Tx, appointmentId: string): Promise<void> {
    const [visit] = await visitsByIds(tx, [appointmentId]);
    const serviceIds = visit?.items.map(({ serviceId }) => serviceId) ?? [];
    const templates = await templatesOf(tx, [...new Set(serviceIds)]);
    if (!templates.some(({ recordFirst }) => recordFirst)) return;
    if (!(await recordOfVisit(tx, appointmentId))) refuse('TREATMENT_FIRST');
  }
}
