import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';

/** A visit of a client with one of some services, had or agreed on. */
export interface ClientTreatment {
  readonly serviceId: string;
  readonly startsAt: Date;
}

export interface TreatmentsWish {
  readonly customerId: string;
  readonly serviceIds: readonly string[];
  /** Both ends of the stretch that matters. */
  readonly from: Date;
  readonly to: Date;
  /** A visit that does not count: the one that is looked at. */
  readonly exceptId?: string | undefined;
}

type TreatmentSource = (reader: Reader, wish: TreatmentsWish) => Promise<ClientTreatment[]>;

/** Lets care, which may not know visits, ask when a client has them. The module of the visits tells. */
@Injectable()
export class CareTreatments {
  #source: TreatmentSource | undefined;

  toldBy(source: TreatmentSource): void {
    this.#source = source;
  }

  of(reader: Reader, wish: TreatmentsWish): Promise<ClientTreatment[]> {
    if (!this.#source) throw new Error('nobody tells when clients have their visits');
    return this.#source(reader, wish);
  }
}
