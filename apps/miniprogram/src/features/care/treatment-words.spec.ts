import { describe, expect, it } from '@jest/globals';
import { parameterWords, productWords } from './treatment-words';

describe('a record in words', () => {
  it('names parameters with their values', () => {
    const parameters = [
      { name: '温度', value: '38', unit: '℃' },
      { name: '手法', value: '轻', unit: '' },
    ];
    const words = parameterWords({ serviceId: 's', serviceName: '补水', parameters });
    expect(words).toBe('温度 38℃，手法 轻');
  });

  it('says how much of a product was used, where it was measured', () => {
    const product = { productId: null, name: '舒缓精华', unit: 'ml' };
    expect(productWords({ ...product, amount: 2.5 })).toBe('舒缓精华 2.5ml');
    expect(productWords({ ...product, amount: null })).toBe('舒缓精华');
  });
});
