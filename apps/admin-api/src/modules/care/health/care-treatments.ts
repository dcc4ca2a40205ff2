import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';

/** One of some services that a client had or agreed on, with a visit or without. */
export interface ClientTreatment {
  readonly serviceId: string;
  readonly at: Date;
}

export interface TreatmentsWish {
  readonly customerId: string;
  readonly serviceIds: readonly string[];
  /** Both ends of the stretch that matters. */
  readonly from: Date;
  readonly to: Date;
  /** What does not count: the visit, bill or use that is looked at. */
  readonly exceptId?: string | undefined;
}

/** Tells which of some services a client had, as far as one module knows. */
export type TreatmentSource = (reader: Reader, wish: TreatmentsWish) => Promise<ClientTreatment[]>;

/** What the module of the visits tells of one visit. */
export interface VisitSource {
  /** Whether a visit is this client's. */
  isHers(reader: Reader, appointmentId: string, customerId: string): Promise<boolean>;
  /** Ids of the products that her plan names for a visit. */
  products(reader: Reader, appointmentId: string): Promise<string[]>;
}

/**
 * Lets care, which may not know visits, bills and session cards, ask when a client was treated. Each module whose deeds are
 * treatments tells of its own; the module of the visits tells of one visit too.
 */
@Injectable()
export class CareTreatments {
  readonly #sources: TreatmentSource[] = [];
  #visits: VisitSource | undefined;

  toldBy(source: TreatmentSource): void {
    this.#sources.push(source);
  }

  visitsToldBy(source: VisitSource): void {
    this.#visits = source;
  }

  async of(reader: Reader, wish: TreatmentsWish): Promise<ClientTreatment[]> {
    if (this.#sources.length === 0) throw new Error('nobody tells when clients were treated');
    const told: ClientTreatment[] = [];
    // One after the other: a transaction has one connection.
    for (const source of this.#sources) told.push(...(await source(reader, wish)));
    return told;
  }

  isHers(reader: Reader, appointmentId: string, customerId: string): Promise<boolean> {
    return this.#known().isHers(reader, appointmentId, customerId);
  }

  /** Ids of the products that are planned for a visit of hers; none for what is no visit, or another's. */
  async products(reader: Reader, appointmentId: string, customerId: string): Promise<string[]> {
    const isHers = await this.isHers(reader, appointmentId, customerId);
    return isHers ? this.#known().products(reader, appointmentId) : [];
  }

  #known(): VisitSource {
    if (!this.#visits) throw new Error('nobody tells when clients have their visits');
    return this.#visits;
  }
}
