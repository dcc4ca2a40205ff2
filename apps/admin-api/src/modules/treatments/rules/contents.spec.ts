import { describe, expect, it } from '@jest/globals';
import { tidyContents, type TreatmentContents } from './contents.js';

const contents = (change: Partial<TreatmentContents>): TreatmentContents => ({
  ...{ done: [], products: [], reaction: 'none', reactionWords: '', advice: '', homeCare: '' },
  ...{ staffNote: '', nextOn: null, deviation: '', deviatesFrom: [], reason: '', houseWords: [] },
  ...change,
});

describe('a record as it is kept', () => {
  it('has no parameter without a value and no product without a name', () => {
    const kept = tidyContents(
      contents({
        done: [
          {
            ...{ serviceId: 's', serviceName: '补水' },
            parameters: [
              { name: '能量', value: ' 12 ', unit: 'J' },
              { name: '温度', value: ' ', unit: '℃' },
            ],
          },
        ],
        products: [
          { productId: null, name: ' 精华 ', amount: 2.5, unit: 'ml' },
          { productId: null, name: ' ', amount: 1, unit: '片' },
        ],
      }),
    );
    expect(kept.done[0]?.parameters).toEqual([{ name: '能量', value: '12', unit: 'J' }]);
    expect(kept.products).toEqual([{ productId: null, name: '精华', amount: 2.5, unit: 'ml' }]);
  });

  it('says the same when it is tidied again', () => {
    const once = tidyContents(contents({ advice: ' 多喝水 ', reason: ' 写错了 ' }));
    expect(tidyContents(once)).toEqual(once);
    expect(once.advice).toBe('多喝水');
  });
});
