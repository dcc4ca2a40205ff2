import {
  type Chain,
  type ChainService,
  type Window,
  assign,
  occupancy,
  planChain,
  startsOn,
} from './index.js';
import { MIDNIGHT, aDay, aService, at, handsOn, processing, timeOf } from './testing/days.js';

const WHOLE_DAY = { from: MIDNIGHT, to: MIDNIGHT + 288, stepSlots: 3 };

function times(window: Window, ...services: ChainService[]): string[] {
  return startsOn(planChain(window, { services }), WHOLE_DAY).map(timeOf);
}

function visit(window: Window, chain: Chain, start: string) {
  const assignment = assign(planChain(window, chain), at(start));
  if (assignment === undefined) throw new Error(`no visit at ${start}`);
  return assignment;
}

function taken(window: Window, chain: Chain, start: string): string[] {
  return occupancy(chain, visit(window, chain, start)).map(
    ({ resourceId, fromSlot, toSlot }) => `${resourceId} ${timeOf(fromSlot)}-${timeOf(toSlot)}`,
  );
}

describe('one service', () => {
  it('starts on the grid while it still fits into the shift', () => {
    const window = aDay({ staff: { lily: ['10:00', '11:40'] } });
    expect(times(window, aService([handsOn(60, ['lily'])]))).toEqual(['10:00', '10:15', '10:30']);
  });

  it('keeps to the grid of the day when a shift begins off it', () => {
    const window = aDay({ staff: { lily: ['09:50', '11:10'] } });
    expect(times(window, aService([handsOn(60, ['lily'])]))).toEqual(['10:00']);
  });

  it('has no start when it is longer than the rest of the day', () => {
    const window = aDay({ staff: { lily: ['20:00', '22:00'] }, hours: [['10:00', '22:00']] });
    expect(times(window, aService([handsOn(150, ['lily'])]))).toEqual([]);
  });

  it('lets no processing time run past closing', () => {
    const window = aDay({ staff: { lily: ['10:00', '22:00'] }, hours: [['10:00', '12:00']] });
    const service = aService([handsOn(60, ['lily']), processing(30)]);
    expect(times(window, service)).toEqual(['10:00', '10:15', '10:30']);
  });

  it('runs across midnight where shift and hours do', () => {
    const window = aDay({
      staff: { lily: ['23:00', '25:00'] },
      hours: [
        ['23:00', '24:00'],
        ['24:00', '25:00'],
      ],
      days: 2,
    });
    expect(times(window, aService([handsOn(90, ['lily'])]))).toEqual(['23:00', '23:15', '23:30']);
    const chain = { services: [aService([handsOn(90, ['lily'])])] };
    expect(taken(window, chain, '23:30')).toEqual(['lily 23:30-25:00']);
  });

  it('starts no earlier than the lead time allows', () => {
    const plan = planChain(aDay({ staff: { lily: ['10:00', '12:00'] } }), {
      services: [aService([handsOn(60, ['lily'])])],
    });
    const found = startsOn(plan, { ...WHOLE_DAY, earliestSlot: at('10:20') });
    expect(found.map(timeOf)).toEqual(['10:30', '10:45', '11:00']);
  });
});

describe('buffers', () => {
  it('take the person and the bed but not the time the client sees', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'] }, beds: ['bed'] });
    const service = aService([handsOn(60, ['lily'])], {
      bufferBeforeSlots: 1,
      bufferAfterSlots: 2,
      roomCandidates: ['bed'],
    });
    const { startSlot, endSlot } = visit(window, { services: [service] }, '10:15');
    expect([timeOf(startSlot), timeOf(endSlot)]).toEqual(['10:15', '11:15']);
    expect(taken(window, { services: [service] }, '10:15')).toEqual([
      'bed 10:10-11:25',
      'lily 10:10-11:25',
    ]);
    expect(times(window, service)).toEqual(['10:15', '10:30', '10:45']);
  });

  it('are turnover between clients and never push two services of one visit apart', () => {
    const window = aDay({ staff: { lily: ['10:00', '13:00'] } });
    const service = aService([handsOn(60, ['lily'])], { bufferAfterSlots: 2 });
    const chain = { services: [service, service] };
    expect(timeOf(visit(window, chain, '10:00').endSlot)).toBe('12:00');
    expect(taken(window, chain, '10:00')).toEqual(['lily 10:00-12:10']);
  });
});

describe('processing time', () => {
  const colour = (staff: string[]) =>
    aService([handsOn(30, staff), processing(40), handsOn(30, staff)]);

  it('frees the therapist for another client who fits inside', () => {
    const window = aDay({
      staff: { lily: ['10:00', '11:40'] },
      taken: [
        ['lily', '10:00', '10:30'],
        ['lily', '11:10', '11:40'],
      ],
    });
    expect(times(window, aService([handsOn(40, ['lily'])]))).toEqual(['10:30']);
    expect(times(window, aService([handsOn(45, ['lily'])]))).toEqual([]);
  });

  it('can lie over a booking of the same therapist', () => {
    const window = aDay({
      staff: { lily: ['10:00', '11:40'] },
      taken: [['lily', '10:30', '11:10']],
    });
    expect(times(window, colour(['lily']))).toEqual(['10:00']);
  });

  it('holds a second service of the same client wholly inside', () => {
    const window = aDay({ staff: { lily: ['10:00', '11:40'] } });
    const chain = { services: [colour(['lily']), aService([handsOn(40, ['lily'])])] };
    const found = visit(window, chain, '10:00');
    expect(found.services.map(({ startSlot }) => timeOf(startSlot))).toEqual(['10:00', '10:30']);
    expect(timeOf(found.endSlot)).toBe('11:40');
    expect(taken(window, chain, '10:00')).toEqual(['lily 10:00-11:40']);
  });

  it('holds one service in each of two gaps', () => {
    const window = aDay({
      staff: { lily: ['10:00', '12:00'], amy: ['10:00', '12:00'] },
      taken: [['amy', '10:10', '10:30']],
    });
    const perm = aService([
      handsOn(10, ['lily']),
      processing(20),
      handsOn(10, ['lily']),
      processing(30),
      handsOn(10, ['lily']),
    ]);
    const services = [perm, aService([handsOn(20, ['lily'])]), aService([handsOn(30, ['amy'])])];
    const found = visit(window, { services }, '10:00');
    expect(found.services.map(({ startSlot }) => timeOf(startSlot))).toEqual([
      '10:00',
      '10:10',
      '10:40',
    ]);
  });

  it('holds none that is longer than it, or that must not run there', () => {
    const window = aDay({ staff: { lily: ['10:00', '11:40'] } });
    expect(times(window, colour(['lily']), aService([handsOn(45, ['lily'])]))).toEqual([]);
    const apart = aService([handsOn(30, ['lily'])], { mayRunInsideGap: false });
    expect(times(window, colour(['lily']), apart)).toEqual([]);
  });

  it('gives the bed to others only where the segment does not keep it', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'] }, beds: ['bed'] });
    const service = (keepsRoom: boolean) =>
      aService([handsOn(30, ['lily']), processing(30, { keepsRoom }), handsOn(30, ['lily'])], {
        roomCandidates: ['bed'],
      });
    expect(taken(window, { services: [service(true)] }, '10:00')[0]).toBe('bed 10:00-11:30');
    expect(taken(window, { services: [service(false)] }, '10:00').slice(0, 2)).toEqual([
      'bed 10:00-10:30',
      'bed 11:00-11:30',
    ]);
  });
});

describe('several people', () => {
  it('take the roles of one service in turn, each for own minutes', () => {
    const window = aDay({
      staff: { assistant: ['10:00', '12:00'], stylist: ['10:00', '12:00'] },
      taken: [['stylist', '10:00', '10:15']],
    });
    const service = aService([
      handsOn(15, ['assistant'], { roleKey: 'assistant' }),
      handsOn(45, ['stylist'], { roleKey: 'stylist' }),
    ]);
    expect(taken(window, { services: [service] }, '10:00')).toEqual([
      'assistant 10:00-10:15',
      'stylist 10:15-11:00',
    ]);
  });

  it('do one role of one service without changing hands', () => {
    const window = aDay({
      staff: { lily: ['10:00', '12:00'], amy: ['10:00', '12:00'] },
      taken: [
        ['lily', '10:00', '10:30'],
        ['amy', '11:00', '12:00'],
      ],
    });
    const both = ['lily', 'amy'];
    const service = aService([handsOn(30, both), processing(30), handsOn(30, both)]);
    expect(times(window, service)).toEqual(['10:30']);
  });

  it('serve two services in a row with a wait of at most the maximum', () => {
    const window = aDay({
      staff: { lily: ['10:00', '11:00'], amy: ['11:15', '12:00'] },
    });
    const services = [aService([handsOn(60, ['lily'])]), aService([handsOn(45, ['amy'])])];
    expect(times(window, ...services)).toEqual(['10:00']);
    const plan = planChain(window, { services, maxWaitSlots: 2 });
    expect(startsOn(plan, WHOLE_DAY)).toEqual([]);
  });

  it('serve the client with a short wait where that ends the visit earlier', () => {
    const window = aDay({
      staff: { lily: ['10:00', '14:00'], amy: ['10:35', '14:00'] },
    });
    const mask = aService([processing(50)]);
    const services = [aService([handsOn(30, ['lily'])]), mask, aService([handsOn(50, ['amy'])])];
    const found = visit(window, { services }, '10:00');
    expect(found.services.map(({ startSlot }) => timeOf(startSlot))).toEqual([
      '10:00',
      '10:35',
      '10:35',
    ]);
    expect(timeOf(found.endSlot)).toBe('11:25');
  });

  it('leave a visit to the one who can do all of it, then to the preferred', () => {
    const day: [string, string] = ['10:00', '14:00'];
    const window = aDay({
      staff: { lily: day, amy: day, zoe: day },
      taken: [['lily', '11:00', '12:00']],
    });
    const any = aService([handsOn(60, ['lily', 'amy', 'zoe'])]);
    const who = (services: ChainService[], ranked: string[]) =>
      assign(planChain(window, { services }), at('10:00'), ranked)?.services.map(
        ({ segments }) => segments[0]?.staffId,
      );
    expect(who([any], ['zoe', 'lily'])).toEqual(['zoe']);
    expect(who([any, any], ['lily', 'zoe', 'amy'])).toEqual(['zoe', 'zoe']);
  });

  it('are ranked by a function where the order depends on the need', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'], amy: ['10:00', '12:00'] } });
    const plan = planChain(window, { services: [aService([handsOn(60, ['lily', 'amy'])])] });
    const reversed = assign(plan, at('10:00'), (candidates) => [...candidates].reverse());
    expect(reversed?.services[0]?.segments[0]?.staffId).toBe('amy');
  });
});

describe('rooms and devices', () => {
  it('sell a room with three beds to three clients at once and no more', () => {
    const staff: Record<string, [string, string]> = { d: ['10:00', '11:00'] };
    const beds = ['bed-1', 'bed-2', 'bed-3'];
    const service = aService([handsOn(60, ['d'])], { roomCandidates: beds });
    const busy = (ids: string[]) =>
      ids.map((id): [string, string, string] => [id, '10:00', '11:00']);
    const withTwo = aDay({ staff, beds, taken: busy(['bed-1', 'bed-2']) });
    expect(visit(withTwo, { services: [service] }, '10:00').services[0]?.roomId).toBe('bed-3');
    expect(times(aDay({ staff, beds, taken: busy(beds) }), service)).toEqual([]);
  });

  it('keep the client of two services in the bed where she is', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'] }, beds: ['bed-1', 'bed-2'] });
    const first = aService([handsOn(60, ['lily'])], { roomCandidates: ['bed-2'] });
    const second = aService([handsOn(30, ['lily'])], { roomCandidates: ['bed-1', 'bed-2'] });
    const found = visit(window, { services: [first, second] }, '10:00');
    expect(found.services.map(({ roomId }) => roomId)).toEqual(['bed-2', 'bed-2']);
  });

  it('take a place of its own for one segment, such as the wash basin', () => {
    const window = aDay({ staff: { amy: ['10:00', '12:00'] }, beds: ['basin', 'chair'] });
    const service = aService(
      [handsOn(10, ['amy'], { roomCandidates: ['basin'], keepsRoom: false }), handsOn(40, ['amy'])],
      { roomCandidates: ['chair'] },
    );
    expect(taken(window, { services: [service] }, '10:00')).toEqual([
      'amy 10:00-10:50',
      'basin 10:00-10:10',
      'chair 10:10-10:50',
    ]);
  });

  it('share a device between clients only one after the other', () => {
    const staff: Record<string, [string, string]> = { lily: ['10:00', '12:00'] };
    const window = aDay({ staff, devices: ['laser'], taken: [['laser', '10:00', '10:30']] });
    const service = aService([handsOn(30, ['lily'], { deviceCandidates: ['laser'] })]);
    expect(times(window, service)[0]).toBe('10:30');
  });

  describe('wanted twice by one visit', () => {
    const staff: Record<string, [string, string]> = { lily: ['10:00', '12:00'] };
    const masked = (deviceCandidates: string[]) =>
      aService([handsOn(15, ['lily']), processing(45, { deviceCandidates })]);
    const inside = (deviceCandidates: string[]) =>
      aService([handsOn(30, ['lily'], { deviceCandidates })]);
    const found = (wanted: [string[], string[]], busy: [string, string, string][] = []) => {
      const window = aDay({ staff, devices: ['lamp-1', 'lamp-2', 'lamp-3'], taken: busy });
      const services = [masked(wanted[0]), inside(wanted[1])];
      const { endSlot, services: given } = visit(window, { services }, '10:00');
      const devices = given.flatMap(({ segments }) => segments.flatMap((s) => s.deviceId ?? []));
      return [timeOf(endSlot), ...devices];
    };

    it('run for one service after the other', () => {
      expect(found([['lamp-1'], ['lamp-1']])).toEqual(['11:30', 'lamp-1', 'lamp-1']);
    });

    it('leave the inner service another one where there is one', () => {
      const both = ['lamp-1', 'lamp-2'];
      expect(found([['lamp-1'], both])).toEqual(['11:00', 'lamp-1', 'lamp-2']);
      expect(found([both, ['lamp-1']])).toEqual(['11:00', 'lamp-2', 'lamp-1']);
    });

    it('are only those that nobody else has', () => {
      const busy: [string, string, string][] = [['lamp-2', '10:30', '10:45']];
      const all = ['lamp-1', 'lamp-2', 'lamp-3'];
      expect(found([all, ['lamp-1']], busy)).toEqual(['11:00', 'lamp-3', 'lamp-1']);
    });
  });
});

describe('a chain that makes no sense', () => {
  it('is refused instead of answered', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'] } });
    expect(() => planChain(window, { services: [] })).toThrow(RangeError);
    expect(() => planChain(window, { services: [aService([])] })).toThrow(RangeError);
    expect(() => planChain(window, { services: [aService([handsOn(0, ['lily'])])] })).toThrow(
      RangeError,
    );
  });
});
