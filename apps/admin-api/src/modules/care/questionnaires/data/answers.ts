import type { Answer } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../../platform/crypto/index.js';
import { insertSql, type Reader, type Tx } from '../../../../platform/database/index.js';
import type { ConsentProof } from '../../consents/consent-types.js';
import { textOfProof } from '../../consents/proof-text.js';

const FIELD = 'questionnaire-answer';
const PROOF_FIELD = 'questionnaire-proof';
/** Answers of a client that are looked at, at most. */
const MOST = 100;

/** That a client answered a questionnaire, without what she said. */
export interface AnswerSheet {
  readonly id: string;
  readonly customerId: string;
  readonly questionnaireId: string;
  readonly version: number;
  /** The local day. */
  readonly answeredOn: string;
  readonly way: 'phone' | 'screen';
  readonly byKind: 'client' | 'staff';
  readonly byName: string;
  /** She or her guardian signed it, or a guardian is named. */
  readonly proved: boolean;
  readonly at: Date;
}

interface Row extends Omit<AnswerSheet, 'proved'> {
  readonly proved: number;
}

interface Sealed {
  readonly sealed: Buffer;
  readonly proof: Buffer | null;
}

const COLUMNS = `id, customer_id AS customerId, questionnaire_id AS questionnaireId, version,
  DATE_FORMAT(answered_on, '%Y-%m-%d') AS answeredOn, way, by_kind AS byKind, by_name AS byName,
  proof_sealed IS NOT NULL AS proved, at`;

/** What clients answered, sealed under their own keys. */
@Injectable()
export class QuestionnaireAnswers {
  constructor(private readonly cipher: FieldCipher) {}

  /** A client's latest, the newest first. */
  async ofClient(reader: Reader, customerId: string): Promise<AnswerSheet[]> {
    const rows = await reader.rows<Row>(
      `SELECT ${COLUMNS} FROM questionnaire_answer WHERE customer_id = ?
       ORDER BY at DESC, id DESC LIMIT ${MOST}`,
      [customerId],
    );
    return rows.map((row) => ({ ...row, proved: Number(row.proved) === 1 }));
  }

  /** What she said. @throws SubjectKeyMissing, DecryptionFailed */
  async open(reader: Reader, { id, customerId }: AnswerSheet): Promise<Answer[]> {
    const row = await this.#sealed(reader, id);
    const text = await this.cipher.decrypt(reader, customerId, FIELD, row.sealed);
    return JSON.parse(text) as Answer[];
  }

  /** Who signed. @throws SubjectKeyMissing, DecryptionFailed */
  async proof(reader: Reader, { id, customerId }: AnswerSheet): Promise<ConsentProof> {
    const { proof } = await this.#sealed(reader, id);
    if (proof === null) return {};
    const text = await this.cipher.decrypt(reader, customerId, PROOF_FIELD, proof);
    return JSON.parse(text) as ConsentProof;
  }

  /** @throws Refusal INVALID_INPUT for a signature that is none */
  async insert(
    tx: Tx,
    sheet: Omit<AnswerSheet, 'proved'> & { readonly byId: string },
    answers: readonly Answer[],
    proof: ConsentProof,
  ): Promise<void> {
    const { id, customerId, questionnaireId, version, answeredOn, way } = sheet;
    const isProved = proof.signature !== undefined || proof.guardian !== undefined;
    const columns = [
      ...['id', 'customer_id', 'questionnaire_id', 'version', 'answered_on', 'way', 'by_kind'],
      ...['by_id', 'by_name', 'sealed', 'proof_sealed', 'at'],
    ];
    const seal = (field: string, text: string) => this.cipher.encrypt(tx, customerId, field, text);
    await tx.run(insertSql('questionnaire_answer', columns, 1), [
      ...[id, customerId, questionnaireId, version, answeredOn, way],
      ...[sheet.byKind, sheet.byId, sheet.byName, await seal(FIELD, JSON.stringify(answers))],
      ...[isProved ? await seal(PROOF_FIELD, textOfProof(proof)) : null, sheet.at],
    ]);
  }

  /**
   * Gives answers to another file, sealed anew for it.
   * @param only ids of answers; all unless told. @returns the ids of those that went
   */
  async give(tx: Tx, from: string, to: string, only?: readonly unknown[]): Promise<string[]> {
    const rows = await tx.rows<Sealed & { id: string }>(
      `SELECT id, sealed, proof_sealed AS proof FROM questionnaire_answer
       WHERE customer_id = ? ORDER BY id FOR UPDATE`,
      [from],
    );
    const going = rows.filter(({ id }) => only?.includes(id) ?? true);
    for (const { id, sealed, proof } of going) {
      const files = { from, to };
      await tx.run(
        'UPDATE questionnaire_answer SET customer_id = ?, sealed = ?, proof_sealed = ? WHERE id = ?',
        [
          ...[to, await this.cipher.handOver(tx, files, FIELD, sealed)],
          ...[proof && (await this.cipher.handOver(tx, files, PROOF_FIELD, proof)), id],
        ],
      );
    }
    return going.map(({ id }) => id);
  }

  async #sealed(reader: Reader, id: string): Promise<Sealed> {
    const sql = 'SELECT sealed, proof_sealed AS proof FROM questionnaire_answer WHERE id = ?';
    const row = await reader.row<Sealed>(sql, [id]);
    if (!row) throw new Error('an answer that was listed is gone');
    return row;
  }
}
