import type { Qualification } from '../../../shared/api/contract';
import { renewalWords, toRenew } from './standing-words';

const person = (change: Partial<Qualification>): Qualification => ({
  ...{ staffId: '1', name: '清荷', title: '', treats: true, skillIds: [], standing: 'valid' },
  certificate: { numberEnd: '0001', validUntil: '2026-12-05', version: 1 },
  ...change,
});

describe('certificates to be seen to', () => {
  it('are those that end soon or are over, and missing ones where the store asks for one', () => {
    const none = person({ staffId: '4', certificate: null, standing: 'none' });
    const people = [
      person({ standing: 'soon' }),
      person({ staffId: '2', standing: 'expired' }),
      person({ staffId: '3' }),
      none,
      person({ staffId: '5', standing: 'soon', treats: false }),
    ];
    const ids = (isRequired: boolean) =>
      toRenew({ people, isRequired, skills: [] }).map(({ staffId }) => staffId);
    expect(ids(false)).toEqual(['1', '2']);
    expect(ids(true)).toEqual(['1', '2', '4']);
    expect(renewalWords(none)).toBe('清荷还没有登记健康证');
    expect(renewalWords(person({ standing: 'soon' }))).toBe('清荷的健康证 2026年12月5日到期');
  });
});
