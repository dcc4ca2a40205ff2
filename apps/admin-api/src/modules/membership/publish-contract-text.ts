import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  currentText,
  insertText,
  type ContractText,
  type TextKind,
} from './data/contract-texts.js';
import { PACKAGE_BLANKS } from './packages/rules/contract-body.js';
import { CONTRACT_BLANKS, bodyHash, unknownBlanks } from './rules/contract-body.js';
import { VOID_TERMS_MESSAGE, hasVoidTerms } from './rules/void-terms.js';

/** The blanks that each kind of text may have, and what they stand for. */
export const BLANKS: Readonly<Record<TextKind, Readonly<Record<string, string>>>> = {
  stored_value: CONTRACT_BLANKS,
  package: PACKAGE_BLANKS,
};

/** Puts a new version of the contract's words in force. What was agreed to before keeps its own words. */
@Injectable()
export class PublishContractText {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT for blanks that nothing fills and for void terms, CONTRACT_TEXT_CHANGED when somebody was faster */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    draft: { readonly kind: TextKind; readonly title: string; readonly body: string },
  ): Promise<ContractText> {
    const unknown = unknownBlanks(draft.body, BLANKS[draft.kind]);
    if (unknown.length > 0)
      refuseField('body', `不认识的填空：${unknown.map((name) => `{${name}}`).join('、')}`);
    if (hasVoidTerms(draft.body)) refuseField('body', VOID_TERMS_MESSAGE);
    const before = await currentText(tx, draft.kind);
    const text: ContractText = {
      id: newId(),
      version: (before?.version ?? 0) + 1,
      title: draft.title.trim(),
      body: draft.body.trim(),
      createdAt: this.clock.now(),
    };
    try {
      await insertText(tx, {
        ...text,
        kind: draft.kind,
        hash: bodyHash(text.body),
        staffId: staff.staffId,
      });
    } catch (error) {
      if (isDuplicateKey(error)) return refuse('CONTRACT_TEXT_CHANGED');
      throw error;
    }
    const subject = { kind: 'contract_text', id: text.id };
    const detail = { kind: draft.kind, version: text.version };
    await this.audit.record(tx, {
      actor: staff,
      action: 'contract_text.published',
      subject,
      detail,
    });
    return text;
  }
}
