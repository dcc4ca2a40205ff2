import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CareTreatments } from '../../care/index.js';
import { usesAlone } from './data/uses-alone.js';

/** Tells care which sessions were used at the desk, without a visit or a bill that would tell of them. */
@Injectable()
export class TellUses implements OnModuleInit {
  constructor(private readonly treatments: CareTreatments) {}

  onModuleInit(): void {
    this.treatments.toldBy(usesAlone);
  }
}
