import { describe, expect, it } from '@jest/globals';
import { PACKAGES } from '../content/packages.js';
import { planDemo } from './demo-plan.js';
import { planPackages } from './package-plan.js';

const TODAY = '2026-03-07';
const { clients } = planDemo(TODAY);
const packages = planPackages(clients, TODAY);

describe('the packages of the demo', () => {
  it('are the same for the same day', () => {
    expect(planPackages(clients, TODAY)).toEqual(packages);
  });

  it('are of every kind, and somebody has to do with some of them today', () => {
    expect(packages.length).toBeGreaterThan(20);
    expect(new Set(packages.map(({ content }) => content.kind)).size).toBe(3);
    expect(packages.flatMap(({ today }) => today ?? [])).toEqual([
      ...['reserved', 'frozen', 'disputed', 'near_date', 'past_date'],
    ]);
  });

  it('are used after they were bought, before today, and never more often than they hold', () => {
    for (const { at, uses, content } of packages) {
      const times = [at, ...uses.map((use) => use.at)].map((time) => time.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(Math.max(...times)).toBeLessThan(new Date(`${TODAY}T00:00:00+08:00`).getTime());
      const held = content.items.reduce(
        (sum, item) => sum + (item.sessions ?? 0) + (item.gifts ?? 0),
        0,
      );
      expect(content.kind === 'time' || uses.length <= held).toBe(true);
      const service = new Set(content.items.flatMap((item) => item.services));
      expect(uses.every((use) => service.has(use.service))).toBe(true);
    }
  });

  it('are plans that save something, the gifts counted', () => {
    for (const { yuan, items, kind } of PACKAGES) {
      const list = items.reduce(
        (sum, { listYuan, sessions = 0, gifts = 0 }) =>
          sum + listYuan * (kind === 'time' ? 1 : sessions + gifts),
        0,
      );
      expect(yuan).toBeLessThan(list);
    }
  });
});
