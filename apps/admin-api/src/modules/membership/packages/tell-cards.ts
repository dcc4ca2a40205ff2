import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CareCards } from '../../care/index.js';
import { offersOf } from './data/package-plans.js';

/** Tells care which services a card that is sold is good for. */
@Injectable()
export class TellCards implements OnModuleInit {
  constructor(private readonly cards: CareCards) {}

  onModuleInit(): void {
    this.cards.toldBy(offersOf);
  }
}
