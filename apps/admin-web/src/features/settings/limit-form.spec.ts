import { changesOf, limitFieldsOf } from './limit-form';

const settings = {
  ...{ cardCapFen: 500_000, packageCapFen: null },
  ...{ coolingOffDays: 7, originalWayDays: 365, cashRefundMostFen: 10_000 },
  ...{
    reversalSameDayOnly: true,
    slipAllowed: true,
    signBeforePaying: false,
    noShowUsesSession: false,
  },
};

it('sends nothing that was not changed', () => {
  const fields = limitFieldsOf(settings);
  expect(changesOf(fields, { ...fields, cardCapFen: '5,000.00' })).toEqual({});
});

it('takes the cap away when its field is emptied', () => {
  const fields = limitFieldsOf(settings);
  expect(changesOf(fields, { ...fields, cardCapFen: '', coolingOffDays: '15' })).toEqual({
    cardCapFen: null,
    coolingOffDays: 15,
  });
  expect(changesOf(fields, { ...fields, packageCapFen: '3000' })).toEqual({
    packageCapFen: 300_000,
  });
});
