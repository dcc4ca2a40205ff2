import { thing } from './appointment-message.js';

describe('a field of a subscribe message', () => {
  it('keeps a short text as it is', () => {
    expect(thing('深层补水护理')).toBe('深层补水护理');
  });

  it('fits a long text into twenty characters and shows that it goes on', () => {
    const fitted = thing('深层补水护理、肩颈舒缓按摩、头皮深层清洁护理、手部护理');
    expect([...fitted]).toHaveLength(20);
    expect(fitted.endsWith('…')).toBe(true);
  });

  it('is one line, because WeChat refuses a line break', () => {
    expect(thing(' 补水\n护理 ')).toBe('补水 护理');
  });
});
