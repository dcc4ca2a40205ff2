import type { ShiftTemplate } from '../../../shared/api/contract';
import { CLOCK, fieldsOf, templateBodyOf } from './template-form';

const NIGHT: ShiftTemplate = {
  ...{ id: 'night', name: '夜班', colour: 'ink', startMinute: 1200, endMinute: 1560 },
  ...{ breaks: [{ startMinute: 1430, endMinute: 1450 }], state: 'active', version: 3 },
};

it('reads times before the beginning as those of the next day, and writes them back alike', () => {
  const fields = fieldsOf(NIGHT);
  expect(fields).toMatchObject({ start: '20:00', end: '02:00' });
  expect(fields.breaks).toEqual([{ start: '23:50', end: '00:10' }]);
  const { id: _id, version: _version, ...body } = NIGHT;
  expect(templateBodyOf(fields)).toEqual(body);
});

it.each(['9:00', '24:00', '10:03', '10'])('takes no %s for a time', (text) => {
  expect(text).not.toMatch(CLOCK);
});
