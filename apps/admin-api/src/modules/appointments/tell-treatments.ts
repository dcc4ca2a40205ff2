import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CareTreatments } from '../care/index.js';
import { treatmentsOf } from './data/visit-reads.js';

/** Tells care when clients have their visits: it spaces treatments and may not know visits. */
@Injectable()
export class TellTreatments implements OnModuleInit {
  constructor(private readonly treatments: CareTreatments) {}

  onModuleInit(): void {
    this.treatments.toldBy(treatmentsOf);
  }
}
