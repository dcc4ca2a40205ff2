import type { Qualification, Qualifications } from '../../../shared/api/contract';
import { dayLabel } from '../../../shared/format/time';
import type { Tone } from '../../../shared/ui/amount';

export const STANDING_WORDS: Readonly<
  Record<Qualification['standing'], { word: string; tone: Tone }>
> = {
  none: { word: '没有登记', tone: 'amber' },
  expired: { word: '已到期', tone: 'amber' },
  soon: { word: '快到期', tone: 'amber' },
  valid: { word: '有效', tone: 'leaf' },
};

/** Those who treat and whose certificate is to be seen to: it ends soon, is over, or was never recorded though asked for. */
export const toRenew = ({ people, isRequired }: Qualifications): Qualification[] =>
  people.filter(
    ({ treats, standing }) =>
      treats &&
      (standing === 'soon' || standing === 'expired' || (isRequired && standing === 'none')),
  );

/** `清荷的健康证 2026年12月5日 到期`. */
export function renewalWords({ name, standing, certificate }: Qualification): string {
  if (!certificate) return `${name}还没有登记健康证`;
  const day = dayLabel(certificate.validUntil);
  return standing === 'expired' ? `${name}的健康证 ${day}已到期` : `${name}的健康证 ${day}到期`;
}
