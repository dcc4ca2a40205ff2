import { Injectable } from '@nestjs/common';
import type { HealthConsent } from '../care/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { draftOf, draftsOfVisit } from './data/drafts.js';
import {
  recordOfVisit,
  recordsOfCustomer,
  versionsOf,
  type RecordCursor,
  type SealedVersion,
  type TreatmentRecord,
} from './data/records.js';
import { HealthWords, shownOf } from './health-words.js';
import type { TreatmentContents } from './rules/contents.js';
import { TreatmentSeal } from './treatment-seal.js';

/** A version of a record, opened. */
export interface OpenVersion {
  readonly version: number;
  readonly contents: TreatmentContents;
  readonly byName: string;
  readonly at: Date;
}

/** A record with what it says now. */
export interface OpenRecord extends TreatmentRecord {
  /** She took her consent back: what it says of her health is not shown. */
  readonly isClosed: boolean;
  readonly storeName: string;
  readonly timeZone: string;
  readonly now: OpenVersion;
}

/** A draft, opened for its author. */
export interface OpenDraft {
  readonly revision: number;
  readonly contents: TreatmentContents;
  readonly updatedAt: Date;
}

/** Opens records. Whoever shows one to staff calls `noteRead` in the same transaction. */
@Injectable()
export class TreatmentQueries {
  constructor(
    private readonly seal: TreatmentSeal,
    private readonly words: HealthWords,
    private readonly audit: AuditTrail,
  ) {}

  /** The record of a client's latest visit that has one. */
  async last(reader: Reader, customerId: string): Promise<OpenRecord | undefined> {
    return (await this.ofCustomer(reader, customerId, 1))[0];
  }

  /** A client's records, latest visit first. */
  async ofCustomer(
    reader: Reader,
    customerId: string,
    limit: number,
    after?: RecordCursor,
  ): Promise<OpenRecord[]> {
    const rows = await recordsOfCustomer(reader, customerId, limit, after);
    const consent = await this.words.consent(reader, customerId);
    return Promise.all(
      rows.map(async ({ contents, byName, at, ...record }) => ({
        ...record,
        isClosed: consent === 'withdrawn',
        now: await this.#open(reader, customerId, consent, {
          ...{ recordId: record.id, version: record.version, contents, byName, at },
          byId: record.byId,
        }),
      })),
    );
  }

  /** All versions of a record, the newest first. */
  async versions(reader: Reader, record: TreatmentRecord): Promise<OpenVersion[]> {
    const sealed = await versionsOf(reader, record.id);
    const { customerId } = record;
    const consent = await this.words.consent(reader, customerId);
    return Promise.all(sealed.map((one) => this.#open(reader, customerId, consent, one)));
  }

  /** What this person has typed about a visit. */
  async draft(
    reader: Reader,
    appointmentId: string,
    authorId: string,
  ): Promise<OpenDraft | undefined> {
    const draft = await draftOf(reader, appointmentId, authorId);
    if (!draft) return undefined;
    const { customerId, revision, updatedAt } = draft;
    const contents = await this.seal.open(reader, customerId, 'treatment-draft', draft.contents);
    const consent = await this.words.consent(reader, customerId);
    return { revision, contents: shownOf(contents, consent), updatedAt };
  }

  /**
   * Names of the products of the catalogue that were used at a visit so far, for the client herself: as recorded, or
   * as those who treat have typed by now. What is only a name that somebody wrote is left out, as are all words.
   */
  async productsSoFar(reader: Reader, appointmentId: string): Promise<string[]> {
    const record = await recordOfVisit(reader, appointmentId);
    const kept = record
      ? (await versionsOf(reader, record.id)).slice(0, 1).map(({ contents }) => ({
          ...{ contents, customerId: record.customerId, field: 'treatment-record' as const },
        }))
      : (await draftsOfVisit(reader, appointmentId)).map(({ contents, customerId }) => ({
          ...{ contents, customerId, field: 'treatment-draft' as const },
        }));
    const names = new Set<string>();
    for (const { contents, customerId, field } of kept) {
      const { products } = await this.seal.open(reader, customerId, field, contents);
      for (const { productId, name } of products) if (productId !== null) names.add(name);
    }
    return [...names];
  }

  /** Somebody read what was done to a client, once per request. */
  async noteRead(tx: Tx, staff: StaffPrincipal, customerId: string, detail: object): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, { actor: staff, action: 'treatment.read', subject, detail });
  }

  async #open(
    reader: Reader,
    customerId: string,
    consent: HealthConsent,
    one: SealedVersion,
  ): Promise<OpenVersion> {
    const { version, byName, at } = one;
    const contents = await this.seal.open(reader, customerId, 'treatment-record', one.contents);
    return { version, contents: shownOf(contents, consent), byName, at };
  }
}
