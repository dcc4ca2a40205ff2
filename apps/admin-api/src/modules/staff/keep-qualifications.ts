import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, type LocalDate } from '../../platform/clock/index.js';
import { PlatformCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import {
  changeSkill,
  lockCertificate,
  saveCertificate,
  saveCertificateRule,
  type Certificate,
} from './data/certificates.js';
import { allSkills } from './data/staff-rows.js';

/** A certificate as it is recorded. */
export interface CertificateDraft {
  readonly number: string;
  readonly validUntil: LocalDate;
  /** Of the one that was on the screen; 0 for none. */
  readonly version: number;
}

const rowOf = (staffId: string): string[] => ['health-certificate', staffId];
const SHOWN = 4;

/** Keeps what people are able and allowed to do: health certificates and skills. */
@Injectable()
export class KeepQualifications {
  constructor(
    private readonly cipher: PlatformCipher,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CERTIFICATE_CHANGED when somebody else recorded one meanwhile */
  async certificate(
    tx: Tx,
    by: StaffPrincipal,
    staffId: string,
    { number, validUntil, version }: CertificateDraft,
  ): Promise<void> {
    const before = await lockCertificate(tx, staffId);
    if ((before?.version ?? 0) !== version) return refuse('CERTIFICATE_CHANGED');
    const numberSealed = this.cipher.encrypt(rowOf(staffId), number);
    const certificate = { staffId, numberSealed, validUntil, version: version + 1 };
    if (!(await saveCertificate(tx, certificate, this.#by(by)))) refuse('CERTIFICATE_CHANGED');
    await this.audit.record(tx, {
      ...{ actor: by, action: 'staff.certificate-recorded', detail: { validUntil } },
      subject: { kind: 'staff', id: staffId },
    });
  }

  /** @throws Refusal INVALID_INPUT for a skill that there is not */
  async skill(
    tx: Tx,
    by: StaffPrincipal,
    staffId: string,
    { skillId, has }: { readonly skillId: string; readonly has: boolean },
  ): Promise<void> {
    if (!(await allSkills(tx)).some(({ id }) => id === skillId))
      refuseField('skillId', '没有这项技能');
    if (!(await changeSkill(tx, staffId, skillId, has))) return;
    await this.audit.record(tx, {
      ...{ actor: by, action: 'staff.skill-changed', detail: { skillId, has } },
      subject: { kind: 'staff', id: staffId },
    });
  }

  /** Whether a store lets nobody treat without a valid certificate. */
  async rule(tx: Tx, by: StaffPrincipal, storeId: string, isRequired: boolean): Promise<void> {
    await saveCertificateRule(tx, storeId, isRequired, this.#by(by));
    await this.audit.record(tx, {
      ...{ actor: by, action: 'staff.certificate-rule-changed', detail: { isRequired } },
      subject: { kind: 'store', id: storeId },
    });
  }

  /** The last characters of its number: who holds the paper knows it again. */
  endOf({ staffId, numberSealed }: Certificate): string {
    return this.cipher.decrypt(rowOf(staffId), numberSealed).slice(-SHOWN);
  }

  #by({ staffId }: StaffPrincipal) {
    return { staffId, at: this.clock.now() };
  }
}
