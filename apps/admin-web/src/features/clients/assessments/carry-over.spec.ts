import { expect, it } from '@jest/globals';
import { carriedOver } from './carry-over';

const named = (...keys: string[]) => keys.map((key) => ({ key, name: key }));

it('keeps of a draft all that the new version of its form still asks, and every word', () => {
  const form = {
    choices: [{ key: 'type', name: '肤质', options: named('dry') }],
    problems: named('spots'),
    readings: [{ key: 'water', name: '水分', unit: '%', device: '笔' }],
    scores: named('tone'),
  };
  const kept = {
    choices: [{ key: 'type', option: 'dry' }],
    findings: [{ zone: 'nose', problem: 'spots', severity: 2 }],
    readings: [{ key: 'water', value: 31 }],
    scores: [{ key: 'tone', value: 60 }],
  };
  const words = { words: '两颊偏干', advice: '多补水' };
  const gone = {
    choices: [...kept.choices, { key: 'age', option: 'x' }],
    findings: [...kept.findings, { zone: 'nose', problem: 'pores', severity: 1 }],
    readings: [...kept.readings, { key: 'oil', value: 9 }],
    scores: [...kept.scores, { key: 'lines', value: 80 }],
  };
  expect(carriedOver(form, { ...gone, ...words })).toEqual({ ...kept, ...words });
});

it('lets go of an option that a choice does not offer any more', () => {
  const form = {
    choices: [{ key: 'type', name: '肤质', options: named('dry') }],
    ...{ problems: [], readings: [], scores: [] },
  };
  const draft = {
    ...{ choices: [{ key: 'type', option: 'oily' }], findings: [], readings: [], scores: [] },
    ...{ words: '', advice: '' },
  };
  expect(carriedOver(form, draft).choices).toEqual([]);
});
