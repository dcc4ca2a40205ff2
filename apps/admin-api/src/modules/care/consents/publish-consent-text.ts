import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../catalog/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { ConsentText } from './consent-types.js';
import { currentTexts, insertText, topicOf } from './data/consent-texts.js';

export type ConsentTextDraft = Omit<ConsentText, 'id' | 'version' | 'createdAt'>;

/** Puts a new version of a text in force. What was agreed to before keeps its own words. */
@Injectable()
export class PublishConsentText {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT for a service that is none, CONSENT_TEXT_CHANGED when somebody was faster */
  async execute(tx: Tx, staff: StaffPrincipal, draft: ConsentTextDraft): Promise<ConsentText> {
    const { kind, serviceId } = draft;
    if ((kind === 'notice') !== (serviceId !== null))
      refuseField('serviceId', kind === 'notice' ? '请选择项目' : '只有风险告知书才选项目');
    if (serviceId !== null && !(await serviceNames(tx, [serviceId])).has(serviceId))
      refuseField('serviceId', '没有这个项目');
    const [before] = await currentTexts(tx, [topicOf(draft)]);
    const text = {
      ...draft,
      id: newId(),
      version: (before?.version ?? 0) + 1,
      createdAt: this.clock.now(),
    };
    const hash = createHash('sha256').update(text.body).digest();
    try {
      await insertText(tx, text, { hash, staffId: staff.staffId });
    } catch (error) {
      if (isDuplicateKey(error)) return refuse('CONSENT_TEXT_CHANGED');
      throw error;
    }
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'consent_text.published' },
      subject: { kind: 'consent_text', id: text.id },
      detail: { kind, version: text.version },
    });
    return text;
  }
}
