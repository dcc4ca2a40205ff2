import { draftOf, emptyForm, forgetForm, keepForm, missingWords, openForm } from './draft';

const TODAY = '2026-11-21';
const client = { id: 'c1', name: '张小美', phoneMasked: null };
const full = {
  ...emptyForm({ customer: client }, TODAY),
  serviceIds: ['a', 'b'],
  start: '2026-11-21T10:00:00+08:00',
};

it('is ready only with a client, a service and a time', () => {
  expect(draftOf(full, 's')).not.toBeNull();
  for (const part of [{ client: null }, { serviceIds: [] }, { start: null }])
    expect(draftOf({ ...full, ...part }, 's')).toBeNull();
});

it('asks for the chosen therapist on every service, and for nobody when none was chosen', () => {
  expect(draftOf({ ...full, staffId: 'lin' }, 's')?.services).toEqual([
    { serviceId: 'a', staffId: 'lin' },
    { serviceId: 'b', staffId: 'lin' },
  ]);
  expect(draftOf(full, 's')?.services).toEqual([{ serviceId: 'a' }, { serviceId: 'b' }]);
});

it('sends no empty note', () => {
  expect(draftOf({ ...full, note: '  ' }, 's')).not.toHaveProperty('note');
  expect(draftOf({ ...full, note: ' 靠窗 ' }, 's')?.note).toBe('靠窗');
});

it('opens on today when the board stands on a day that is over', () => {
  expect(emptyForm({ date: '2026-11-01' }, TODAY).date).toBe(TODAY);
  expect(emptyForm({ date: '2026-12-01' }, TODAY).date).toBe('2026-12-01');
});

it('names what is missing in the order of the sheet', () => {
  expect(missingWords(emptyForm({}, TODAY))).toContain('顾客');
  expect(missingWords({ ...full, serviceIds: [] })).toContain('项目');
  expect(missingWords({ ...full, start: null })).toContain('时间');
});

it('brings an unfinished sheet back to its own person and store, until it is forgotten', () => {
  keepForm('me:s', full);
  expect(openForm('me:s', {}, TODAY)).toEqual(full);
  expect(openForm('you:s', {}, TODAY).client).toBeNull();
  expect(openForm('me:s', { staffId: 'lin' }, TODAY).client).toBeNull();
  expect(openForm('me:s', {}, '2026-11-22')).toMatchObject({ date: '2026-11-22', start: null });
  forgetForm('me:s');
  expect(openForm('me:s', {}, TODAY).client).toBeNull();
});

it('keeps no sheet on which nothing was chosen', () => {
  keepForm('me:s', full);
  keepForm('me:s', emptyForm({}, TODAY));
  expect(openForm('me:s', {}, TODAY).client).toBeNull();
});
