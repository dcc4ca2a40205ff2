import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CareTreatments } from '../care/index.js';
import { treatmentsBilled } from './data/treatments-billed.js';

/** Tells care what was done and paid without a visit that would tell of it. */
@Injectable()
export class TellBills implements OnModuleInit {
  constructor(private readonly treatments: CareTreatments) {}

  onModuleInit(): void {
    this.treatments.toldBy(treatmentsBilled);
  }
}
