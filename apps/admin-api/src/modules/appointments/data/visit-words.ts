import { Injectable } from '@nestjs/common';
import { FieldCipher, type StoredWords } from '../../../platform/crypto/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { VisitChange } from './visit.js';
import type { VisitDetail } from './visit-reads.js';

/** The field names under which the words of a visit are sealed; `seal-words` and a join of files use them too. */
export const VISIT_FIELDS = {
  note: 'appointment.note',
  cancelReason: 'appointment.cancel_reason',
  reason: 'appointment_change.reason',
} as const;

/** A change of a visit with its reason. */
export interface WordedChange extends VisitChange {
  readonly reason: string | null;
}

/** A visit with what people wrote about it. */
export interface WordedVisit extends Omit<VisitDetail, 'changes'> {
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly changes: readonly WordedChange[];
}

/** Seals and opens what people write about a visit: it may say how a client's health is. */
@Injectable()
export class VisitWords {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws SubjectKeyMissing */
  async seal(
    tx: Tx,
    customerId: string,
    field: keyof typeof VISIT_FIELDS,
    text: string | null,
  ): Promise<Buffer | null> {
    return text === null ? null : this.cipher.encrypt(tx, customerId, VISIT_FIELDS[field], text);
  }

  /** Visits with their words, in the order given. @throws SubjectKeyMissing, DecryptionFailed */
  async open(reader: Reader, visits: readonly VisitDetail[]): Promise<WordedVisit[]> {
    await this.cipher.prepare(
      reader,
      visits.filter(hasSealedWords).map((visit) => visit.customerId),
    );
    const opened: WordedVisit[] = [];
    // One after the other: inside a transaction there is one connection.
    for (const visit of visits) opened.push(await this.openOne(reader, visit));
    return opened;
  }

  /** @throws SubjectKeyMissing, DecryptionFailed */
  async openOne(reader: Reader, visit: VisitDetail): Promise<WordedVisit> {
    const of = (
      field: keyof typeof VISIT_FIELDS,
      stored: StoredWords,
      subject = visit.customerId,
    ): Promise<string | null> => this.cipher.read(reader, subject, VISIT_FIELDS[field], stored);
    const changes: WordedChange[] = [];
    for (const change of visit.changes) {
      const reason = await of('reason', change.reasonStored, change.sealedFor ?? undefined);
      changes.push({ ...change, reason });
    }
    const note = await of('note', visit.noteStored);
    const cancelReason = await of('cancelReason', visit.cancelReasonStored);
    // Not by spreading: an object of that many members would be built as a dictionary, at forty times the cost.
    return Object.assign(visit, { note, cancelReason, changes });
  }
}

function hasSealedWords({ noteStored, cancelReasonStored, changes }: VisitDetail): boolean {
  const stored = [noteStored, cancelReasonStored, ...changes.map((change) => change.reasonStored)];
  return stored.some((words) => Buffer.isBuffer(words));
}
