import type { Seal } from '../../shared/api/contract';
import { sealTag, sealWindow } from './seal-words';

const GOOD: Seal = {
  ...{ no: 2, from: '2026-11-22T10:00:00+08:00', to: '2026-11-22T11:00:00+08:00', txCount: 3 },
  ...{ root: 'aa', hash: 'bb', previousHash: 'cc', chained: true, signatureOk: true },
  exported: 'found',
};

beforeAll(() => jest.useFakeTimers().setSystemTime(Date.parse('2026-11-22T04:00:00Z')));
afterAll(() => jest.useRealTimers());

it('calls a seal good only when signature, chain and copy are', () => {
  expect(sealTag(GOOD).tone).toBe('leaf');
  expect(sealTag({ ...GOOD, signatureOk: false })).toEqual({ tone: 'alarm', word: '签名不对' });
  expect(sealTag({ ...GOOD, chained: false, exported: 'missing' }).word).toBe(
    '没有接在上一号之后，留底文件里没有',
  );
  expect(sealTag({ ...GOOD, exported: 'different' }).word).toBe('与留底文件不符');
});

it('says which stretch of time a seal closes', () => {
  expect(sealWindow(GOOD)).toBe('11月22日 10:00–11:00');
  expect(sealWindow({ from: GOOD.from, to: '2026-11-23T00:00:00+08:00' })).toBe(
    '11月22日 10:00–11月23日 00:00',
  );
  expect(sealWindow({ from: null, to: GOOD.to })).toBe('11月22日 11:00 以前');
});
