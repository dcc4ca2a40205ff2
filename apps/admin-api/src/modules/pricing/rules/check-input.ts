import type { PriceInput, PriceLine } from './price-input.js';

/** The most lines, and coupons, that one bill is priced with. */
export const MOST_LINES = 60;
export const MOST_COUPONS = 60;
const MOST_UNITS = 999;
const MOST_UNIT_FEN = 100_000_000;

const isFen = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= MOST_UNIT_FEN;
const isPermille = (value: number | null): boolean =>
  value !== null && Number.isInteger(value) && value >= 0 && value <= 1_000;
const isCount = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= 1_000_000_000;

function must(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`a bill cannot be priced: ${what}`);
}

function checkLine(line: PriceLine): void {
  must(isCount(line.quantity, 1) && line.quantity <= MOST_UNITS, `quantity of ${line.id}`);
  must(isFen(line.listFen), `list price of ${line.id}`);
  if (line.kind === 'combo') {
    const sum = (of: 'listFen' | 'shareFen'): number =>
      line.parts.reduce((total, part) => total + part[of], 0);
    must(line.parts.length > 0 && sum('listFen') === line.listFen, `parts of ${line.id}`);
    must(sum('shareFen') === line.comboFen, `shares of ${line.id}`);
    must(
      line.parts.every((part) => isFen(part.listFen) && isFen(part.shareFen)),
      line.id,
    );
  }
  if (line.kind === 'service')
    must(
      line.gradePrices.every(({ priceFen }) => isFen(priceFen)),
      `grade prices of ${line.id}`,
    );
}

function checkCoupons({ coupons, mostCoupons }: PriceInput): void {
  must(isCount(mostCoupons, 0), 'coupons of one bill');
  must(coupons.length <= MOST_COUPONS, 'too many coupons');
  must(new Set(coupons.map(({ id }) => id)).size === coupons.length, 'a coupon stands twice');
  for (const { id, kind, amountFen, permille, capFen, units, minSpendFen } of coupons) {
    must(isFen(minSpendFen) && (capFen === null || isFen(capFen)), `minimum or cap of ${id}`);
    if (kind === 'percent') must(isPermille(permille), `permille of ${id}`);
    if (kind === 'money_off' || kind === 'trial_price')
      must(amountFen !== null && isFen(amountFen), `amount of ${id}`);
    if (kind === 'gift_session') must(units !== null && isCount(units, 1), `units of ${id}`);
  }
}

function checkSessions({ lines, sessions }: PriceInput): void {
  const left = new Map(lines.map((line) => [line.id, line.kind === 'service' ? line.quantity : 0]));
  const services = new Map(lines.map((line) => [line.id, line.itemId]));
  for (const session of sessions) {
    must(isCount(session.available, 0), `sessions of ${session.id}`);
    for (const { lineId, units } of session.reserved) {
      const rest = (left.get(lineId) ?? 0) - units;
      must(isCount(units, 1) && rest >= 0, `sessions reserved for ${lineId}`);
      must(session.serviceIds.includes(services.get(lineId) ?? ''), `service of ${lineId}`);
      left.set(lineId, rest);
    }
  }
}

/** @throws RangeError for a bill that no screen could have made: its caller is wrong, not its client */
export function checkInput(input: PriceInput): void {
  const { lines, at, client, points, manual } = input;
  must(lines.length <= MOST_LINES, 'too many lines');
  must(new Set(lines.map(({ id }) => id)).size === lines.length, 'a line stands twice');
  must(at.minute >= 0 && at.minute < 1_440, 'minute of the day');
  lines.forEach(checkLine);
  checkCoupons(input);
  checkSessions(input);
  if (client?.tier)
    must(
      isPermille(client.tier.servicePermille) && isPermille(client.tier.productPermille),
      'tier',
    );
  if (points)
    must(
      isCount(points.balance, 0) &&
        isCount(points.stepPoints, 1) &&
        isCount(points.stepFen, 1) &&
        isPermille(points.mostPermille),
      'points',
    );
  for (const { lineId, kind, value } of manual) {
    must(lineId === null || lines.some(({ id }) => id === lineId), 'line of a discount by hand');
    must(kind === 'permille' ? isPermille(value) : isFen(value), 'discount by hand');
  }
}
