import { expect, it } from '@jest/globals';
import type { TreatmentDraft, TreatmentTemplate } from '../../../shared/api/contract';
import { wordsFor, workOnly } from './record-words';

const template: TreatmentTemplate = {
  ...{ serviceId: 'a', version: 1, advice: '', homeCare: '', nextAfterDays: null },
  ...{ recordFirst: false, byName: '店长' },
  parameters: [{ name: '导入强度', unit: '格', usual: '中档' }],
  products: [{ name: '导入凝胶', amount: 5, unit: 'ml' }],
};
const draft: TreatmentDraft = {
  done: [
    {
      serviceId: 'a',
      parameters: [
        { name: '导入强度', value: '中档', unit: '格' },
        { name: '时间', value: '10-', unit: '分钟' },
        { name: '孕周', value: '12', unit: '' },
      ],
    },
  ],
  products: [
    { productId: null, name: '导入凝胶', amount: 5, unit: 'ml' },
    { productId: null, name: '湿疹药膏', amount: 1, unit: 'ml' },
  ],
  ...{ reaction: 'none', reactionWords: '', advice: '', homeCare: '', staffNote: '', nextOn: null },
};

it('without her consent a draft keeps what is work, and offers the words of the house first', () => {
  const words = wordsFor({ consent: 'none', templates: [template] });
  const kept = workOnly(draft, words);
  expect(kept.done[0]?.parameters.map(({ name }) => name)).toEqual(['导入强度']);
  expect(kept.products.map(({ name }) => name)).toEqual(['导入凝胶']);
  expect([words.parameters[0], words.products]).toEqual(['导入强度', ['导入凝胶']]);
});

it('with her consent a draft keeps every word', () => {
  expect(workOnly(draft, wordsFor({ consent: 'given', templates: [] }))).toEqual(draft);
});
