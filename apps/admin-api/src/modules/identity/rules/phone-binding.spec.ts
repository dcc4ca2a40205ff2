import { planPhoneBinding, type BindingCandidate } from './phone-binding.js';

const fresh = { hasAnyPhone: false, hasThisPhone: false };
const file = (id: string, tied = false): BindingCandidate => ({ id, tied });

describe('what proving a phone does', () => {
  it('puts a phone that nobody has onto her own file', () => {
    expect(planPhoneBinding({ own: fresh, others: [] })).toEqual({ do: 'keep-own' });
  });

  it('joins a fresh file to the one file with this phone', () => {
    expect(planPhoneBinding({ own: fresh, others: [file('a')] })).toEqual({
      do: 'join',
      customerId: 'a',
    });
  });

  it('does not join a file that already has a phone: whose it is, is known', () => {
    const own = { hasAnyPhone: true, hasThisPhone: false };
    expect(planPhoneBinding({ own, others: [file('a')] })).toEqual({ do: 'keep-own' });
  });

  it('changes nothing when the phone is already on her file', () => {
    const own = { hasAnyPhone: true, hasThisPhone: true };
    expect(planPhoneBinding({ own, others: [file('a')] })).toEqual({ do: 'keep-own' });
  });

  it('asks which of several files is hers, offering only those that no other WeChat account uses', () => {
    const others = [file('a'), file('b', true), file('c')];
    expect(planPhoneBinding({ own: fresh, others })).toEqual({
      do: 'ask',
      customerIds: ['a', 'c'],
    });
  });

  it('asks even when only one of several files may be chosen', () => {
    const others = [file('a', true), file('b')];
    expect(planPhoneBinding({ own: fresh, others })).toEqual({ do: 'ask', customerIds: ['b'] });
  });

  it('never hands over a file that another WeChat account uses', () => {
    expect(planPhoneBinding({ own: fresh, others: [file('a', true)] })).toEqual({
      do: 'refuse-tied',
    });
    expect(planPhoneBinding({ own: fresh, others: [file('a', true)], choice: 'a' })).toEqual({
      do: 'refuse-choice',
    });
  });

  it('joins the file she chose, refuses one she was not offered, and lets her stay new', () => {
    const others = [file('a'), file('b')];
    expect(planPhoneBinding({ own: fresh, others, choice: 'b' })).toEqual({
      do: 'join',
      customerId: 'b',
    });
    expect(planPhoneBinding({ own: fresh, others, choice: 'z' })).toEqual({ do: 'refuse-choice' });
    expect(planPhoneBinding({ own: fresh, others, choice: 'new' })).toEqual({ do: 'keep-own' });
  });
});
