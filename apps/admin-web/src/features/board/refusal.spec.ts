import type { StaffAppointment } from '../../shared/api/contract';
import { ApiProblem } from '../../shared/api/problem';
import { alternativesOf, isOvertaken, lastChangeWords } from './refusal';

it('names the last person, what they did and what the visit is now', () => {
  const changes = [
    { byName: '前台小周', byKind: 'staff', transition: 'confirm', to: 'confirmed' },
    { byName: '店长王', byKind: 'staff', transition: 'arrive', to: 'arrived' },
  ] as StaffAppointment['changes'];
  const words = lastChangeWords(changes, '已到店');
  expect(words).toContain('店长王');
  expect(words).not.toContain('前台小周');
  expect(lastChangeWords([], '待确认')).toBeNull();
});

it('offers the near times of the refusal, and none where it has none', () => {
  const alternatives = [
    { start: '2026-11-21T15:00:00+08:00' },
    { start: '2026-11-21T16:30:00+08:00' },
  ];
  const taken = new ApiProblem(409, 'SLOT_TAKEN', '', [], { alternatives });
  expect(alternativesOf(taken)).toEqual(alternatives);
  expect(alternativesOf(new ApiProblem(409, 'APPOINTMENT_CHANGED', ''))).toEqual([]);
  expect(alternativesOf(new Error('offline'))).toEqual([]);
});

it('looks again only when the visit itself had changed', () => {
  expect(isOvertaken(new ApiProblem(409, 'APPOINTMENT_CHANGED', ''))).toBe(true);
  expect(isOvertaken(new ApiProblem(409, 'TRANSITION_REFUSED', ''))).toBe(true);
  expect(isOvertaken(new ApiProblem(409, 'SLOT_TAKEN', ''))).toBe(false);
});
