import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import type { ToldCaution } from './rules/judge-told.js';

export interface CautionSource {
  /** Asked only while she has not withdrawn her consent. */
  cautions(reader: Reader, customerId: string): Promise<readonly ToldCaution[]>;
}

/** Lets health, which questionnaires build on, ask what clients said in them. The questionnaires tell. */
@Injectable()
export class ToldCautions {
  #source: CautionSource | undefined;

  toldBy(source: CautionSource): void {
    this.#source = source;
  }

  of(reader: Reader, customerId: string): Promise<readonly ToldCaution[]> {
    if (!this.#source) throw new Error('nobody tells what clients said of themselves');
    return this.#source.cautions(reader, customerId);
  }
}
