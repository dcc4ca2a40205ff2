import { describe, expect, it } from '@jest/globals';
import type { TreatmentTemplate, VisitTreatment } from '../../../shared/api/contract';
import { draftOf, fieldsOf, fieldsOfTemplates } from './record-fields';

const template = (change: Partial<TreatmentTemplate>): TreatmentTemplate => ({
  ...{ serviceId: 'a', version: 1, parameters: [], products: [], advice: '', homeCare: '' },
  ...{ nextAfterDays: null, recordFirst: false, byName: '店长' },
  ...change,
});
const visit = (...templates: TreatmentTemplate[]): VisitTreatment => ({
  ...{ recordId: null, versions: [], draft: null, writable: true, visitedOn: '2026-11-23' },
  consent: 'given',
  templates,
});

describe('a new record', () => {
  it('begins with what the templates of the booked services suggest, the soonest day first', () => {
    const fields = fieldsOfTemplates(
      visit(
        template({
          parameters: [{ name: '能量', unit: 'J', usual: '12' }],
          products: [{ name: '凝胶', amount: 2.5, unit: 'ml' }],
          ...{ advice: '当天不化妆', nextAfterDays: 28 },
        }),
        template({ serviceId: 'b', advice: '当天不化妆', nextAfterDays: 14 }),
      ),
    );
    expect(fields.done[0]?.parameters).toEqual([{ name: '能量', unit: 'J', value: '12' }]);
    expect(fields.products).toEqual([{ productId: null, name: '凝胶', amount: '2.5', unit: 'ml' }]);
    expect([fields.advice, fields.nextOn]).toEqual(['当天不化妆', '2026-12-07']);
  });
});

it('a new record begins without advice where she does not agree to health data', () => {
  const bare = {
    ...visit(template({ advice: '当天不化妆', homeCare: '多喝水' })),
    consent: 'none' as const,
  };
  expect(fieldsOfTemplates(bare)).toMatchObject({ advice: '', homeCare: '' });
});

describe('what is sent', () => {
  it('is what was read, when nothing was typed', () => {
    const contents = {
      done: [{ serviceId: 'a', serviceName: '补水', parameters: [] }],
      products: [{ productId: null, name: '精华', amount: 1.25, unit: 'ml' }],
      ...{ reaction: 'mild' as const, reactionWords: '微红', advice: '', homeCare: '' },
      ...{ staffNote: '', nextOn: null, deviation: '只用在手背', deviatesFrom: ['对它过敏'] },
    };
    const { done, deviatesFrom: _found, ...others } = contents;
    expect(draftOf(fieldsOf(contents))).toEqual({
      ...others,
      done: done.map(({ serviceId, parameters }) => ({ serviceId, parameters })),
    });
  });

  it('has no amount where none can be read, and no words of a reaction that there was not', () => {
    const fields = fieldsOfTemplates(visit(template({})));
    const product = { productId: null, name: '精华', amount: '两泵', unit: '' };
    const draft = draftOf({ ...fields, products: [product], reactionWords: '微红' });
    expect([draft.products[0]?.amount, draft.reactionWords]).toEqual([null, '']);
  });
});
