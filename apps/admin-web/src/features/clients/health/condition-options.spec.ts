import { areChosen, conditionFault, conditionOptions } from './condition-options';

const condition = (id: string, name: string, state: 'active' | 'retired') => ({
  ...{ id, name, state, hint: '', version: 1 },
});
const known = {
  conditions: [
    condition('pregnant', '怀孕', 'active'),
    condition('laser', '激光后', 'retired'),
    condition('fever', '发热', 'retired'),
  ],
};
const line = (conditionId: string) => ({ conditionId, note: '', until: null });

describe('a condition in the drawer of a health file', () => {
  it('is one that the salon asks about, or a retired one that she has, by its name', () => {
    expect(conditionOptions(known, [])).toEqual([{ value: 'pregnant', label: '怀孕' }]);
    expect(conditionOptions(known, ['laser', ''])).toEqual([
      { value: 'pregnant', label: '怀孕' },
      { value: 'laser', label: '激光后（已停用）' },
    ]);
  });

  it('has to be chosen, and says so where it was not', () => {
    const lines = [line('pregnant'), line('')];
    expect([areChosen(lines), areChosen(lines.slice(0, 1))]).toEqual([false, true]);
    expect(conditionFault(lines, 0, [])).toBeUndefined();
    expect(conditionFault(lines, 1, [])).toBe('请选择是哪种情况，或移除这一行');
  });

  it('says what the API found wrong with it', () => {
    const refused = [{ field: 'conditions.0.conditionId', message: '没有这种情况' }];
    expect(conditionFault([line('gone')], 0, refused)).toBe('没有这种情况');
    expect(conditionFault([line('gone'), line('pregnant')], 1, refused)).toBeUndefined();
  });
});
