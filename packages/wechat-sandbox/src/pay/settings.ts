import type { PayCode } from './wire/errors.js';

export const REFUND_OUTCOMES = ['success', 'abnormal', 'closed'] as const;
export type RefundOutcome = (typeof REFUND_OUTCOMES)[number];

/** How WeChat Pay treats this merchant. */
export interface PaySettings {
  /** Old merchants have platform certificates; without, GET /v3/certificates is 404. */
  readonly certificates: boolean;
  /** How many of a hundred notifications are signed by the certificate, as during a change to the public key. */
  readonly certificateCallbacks: number;
  /** How long a refund is PROCESSING; null leaves it so until POST /_sandbox/refund. */
  readonly refundSeconds: number | null;
  readonly refundOutcome: RefundOutcome;
  /** What every refund that is not there yet is refused with, until it is null again. */
  readonly refundRefusal: PayCode | null;
  /** What the merchant's account holds for refunds, in fen; null for always enough. */
  readonly balanceFen: number | null;
  /** By how much the waits between attempts of a notification are divided. */
  readonly retryPace: number;
  /** The merchant's rate in hundredths of a percent: 60 is 0.60%. */
  readonly feeRate: number;
}

export const DEFAULT_PAY_SETTINGS: PaySettings = {
  certificates: true,
  certificateCallbacks: 0,
  refundSeconds: 3,
  refundOutcome: 'success',
  refundRefusal: null,
  balanceFen: null,
  retryPace: 1,
  feeRate: 60,
};
