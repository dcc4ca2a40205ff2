import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CareTreatments, PlanVisits } from '../care/index.js';
import { isVisitOf, treatmentsOf } from './data/visit-reads.js';

/** Tells care when clients have their visits, and with what: it spaces treatments and may not know visits. */
@Injectable()
export class TellTreatments implements OnModuleInit {
  constructor(
    private readonly treatments: CareTreatments,
    private readonly plans: PlanVisits,
  ) {}

  onModuleInit(): void {
    this.treatments.toldBy(treatmentsOf);
    this.treatments.visitsToldBy({
      isHers: isVisitOf,
      products: (reader, id) => this.plans.products(reader, id, undefined),
    });
  }
}
