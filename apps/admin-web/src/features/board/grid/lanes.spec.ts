import { layLanes } from './lanes';

const span = (from: number, to: number) => ({ from, to });

it('leaves visits that only touch the whole width', () => {
  expect(layLanes([span(0, 60), span(60, 90)])).toEqual([
    { lane: 0, lanes: 1 },
    { lane: 0, lanes: 1 },
  ]);
});

it('puts overlapping visits side by side', () => {
  expect(layLanes([span(0, 60), span(30, 90)])).toEqual([
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
  ]);
});

it('uses a lane again once it is free, inside one group', () => {
  expect(layLanes([span(0, 120), span(0, 30), span(40, 60)])).toEqual([
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
    { lane: 1, lanes: 2 },
  ]);
});

it('answers in the order of the input, whatever the order in time', () => {
  expect(layLanes([span(30, 90), span(0, 60)])).toEqual([
    { lane: 1, lanes: 2 },
    { lane: 0, lanes: 2 },
  ]);
});

it('never lets two visits that overlap share a lane', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const spans = Array.from({ length: 200 }, () => {
    const from = random(600);
    return span(from, from + 15 + random(120));
  });
  const lanes = layLanes(spans);
  spans.forEach((one, i) =>
    spans.forEach((other, j) => {
      const overlap = i !== j && one.from < other.to && other.from < one.to;
      if (overlap) expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane);
    }),
  );
});

it('answers nothing for an empty day', () => {
  expect(layLanes([])).toEqual([]);
});
