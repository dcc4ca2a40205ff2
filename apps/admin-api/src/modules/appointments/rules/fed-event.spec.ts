import { describe, expect, it } from '@jest/globals';
import { calendarText } from '@yance/shared-types';
import fc from 'fast-check';
import { fedEvent } from './fed-event.js';

const STEP = {
  ...{ appointmentId: '01J', seq: 0, serviceName: '深层补水护理', customerId: '02J', version: 3 },
  ...{ storeName: '静安店', rooms: '1号房', state: 'confirmed' },
  startsAt: new Date('2026-11-23T06:00:00Z'),
  endsAt: new Date('2026-11-23T07:30:00Z'),
  changedAt: new Date('2026-11-20T02:00:00.123Z'),
};

describe('a visit in the calendar of who serves', () => {
  it('shows the first character of a name, what is done and where', () => {
    expect(fedEvent(STEP, '欧阳娜娜')).toMatchObject({
      title: '欧* 深层补水护理',
      place: '静安店 1号房',
    });
    expect(fedEvent({ ...STEP, rooms: null, state: 'requested' }, undefined)).toMatchObject({
      title: '待确认 顾客 深层补水护理',
      place: '静安店',
    });
  });
});

describe('a calendar as text', () => {
  const event = fedEvent(STEP, '王芳');
  /** Lines with what was folded put together again. */
  const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

  it('tells times in UTC and ends each line with CR LF', () => {
    const text = calendarText('我的预约', [event]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(unfolded(text)).toEqual(
      expect.arrayContaining([
        ...['BEGIN:VEVENT', 'UID:01J-0@yance', 'DTSTAMP:20261120T020000Z', 'SEQUENCE:3'],
        ...['DTSTART:20261123T060000Z', 'DTEND:20261123T073000Z', 'END:VEVENT'],
      ]),
    );
  });

  it('escapes what means something in the format, and lets no text make a line', () => {
    const title = 'a;b,c\\d\nEND:VEVENT\r\nX:1\u0007';
    expect(unfolded(calendarText('x', [{ ...event, title }]))).toContain(
      'SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nX:1',
    );
  });

  it('has no line over 75 octets, cuts no character, and loses none', () => {
    const texts = fc.string({ unit: fc.constantFrom('护', 'a', '😀', 'é', ' '), maxLength: 200 });
    fc.assert(
      fc.property(texts, (title) => {
        const text = calendarText('x', [{ ...event, title }]);
        for (const line of text.split('\r\n'))
          expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
        expect(unfolded(text)).toContain(`SUMMARY:${title}`);
      }),
    );
  });
});
