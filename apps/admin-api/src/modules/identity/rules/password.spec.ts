import { hashPassword, isPublishedPassword, passwordProblem, verifyPassword } from './password.js';

describe('passwords', () => {
  it('are hashed with argon2id at the strength OWASP asks for', async () => {
    expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('are the same however the keyboard composed them', async () => {
    expect(await verifyPassword(await hashPassword('Ａbcdefghij'), 'Abcdefghij')).toBe(true);
  });

  it('do not match another', async () => {
    expect(await verifyPassword(await hashPassword('correct horse'), 'correct horsf')).toBe(false);
  });

  it.each([
    ['short', 'anna'],
    ['x'.repeat(129), 'anna'],
    ['anna-at-the-desk', 'anna'],
    ['aaaaaaaaaaaa', 'anna'],
  ])('refuse %j for %s', (password, username) => {
    expect(passwordProblem(password, username)).toEqual(expect.any(String));
  });

  it('take a long sentence of any characters', () => {
    expect(passwordProblem('玫瑰与剪刀在三楼的柜子里', 'anna')).toBeUndefined();
  });

  it('know the one in our documents', () => {
    expect(isPublishedPassword('yance-demo')).toBe(true);
  });
});
