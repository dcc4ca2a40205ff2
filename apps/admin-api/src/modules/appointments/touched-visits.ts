import { Injectable } from '@nestjs/common';
import { groupBy } from '../../platform/collections/index.js';
import { Clock, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { servicesForBooking } from '../catalog/index.js';
import { blocksBetween, shiftsWithBreaks } from '../scheduling/index.js';
import { isCertificateRequired, lastDayToTreat, membersByIds } from '../staff/index.js';
import { openingTimesOf, type Store } from '../stores/index.js';
import { partsOfStore, type VisitPart } from './data/overtime.js';
import { canTakePart } from './rules/visit-chain.js';
import { absenceAt, type Absence, type PersonTime } from './rules/absence.js';

/** Who is not there for her part of a visit, and why. */
export interface VisitAbsence {
  readonly staffId: string;
  readonly why: Absence;
}

/** A visit that somebody is booked for who is not there. */
export interface TouchedVisit {
  readonly id: string;
  readonly storeId: string;
  readonly version: number;
  /** Who said that it stays as it is; null while nobody has. */
  readonly keptBy: string | null;
  readonly absences: readonly VisitAbsence[];
}

const NOBODY: PersonTime = { shifts: [], breaks: [], away: [] };

/**
 * Visits ahead that somebody is booked for who will not be there: her shift was cut, she is on leave, a break or a
 * holiday was laid over them, her certificate is over or a skill was taken back. Found in the data as it is, so none is forgotten, whatever the cause and whoever left.
 */
@Injectable()
export class TouchedVisits {
  constructor(private readonly clock: Clock) {}

  /** Of visits that begin between two instants, in the order of their starts. */
  async between(reader: Reader, store: Store, from: Date, to: Date): Promise<TouchedVisit[]> {
    const parts = await partsOfStore(reader, store.id, { from, to, now: this.clock.now() });
    if (parts.length === 0) return [];
    // One reader may be one connection: these come one after the other.
    const ends = new Date(Math.max(...parts.map((part) => part.endsAt.getTime())));
    const times = await this.#timesOf(reader, store, from, ends);
    const unable = await unableIn(reader, store, parts);
    const zone = store.timeZone;
    const dates = parts.map((part) => localDate(part.visitStartsAt, zone)).sort();
    const opening = await openingTimesOf(reader, [store.id], dates[0] ?? '', dates.at(-1) ?? '');
    const closed = new Set(opening.get(store.id)?.closures.map(({ date }) => date));
    return [...groupBy(parts, (part) => part.appointmentId)].flatMap(([id, own]) => {
      const absences = own.flatMap((part) => {
        const isClosed = closed.has(localDate(part.visitStartsAt, zone));
        const why = absenceAt(part, times.get(part.staffId) ?? NOBODY, isClosed, unable(part));
        return why ? [{ staffId: part.staffId, why }] : [];
      });
      const [first] = own;
      if (!first || absences.length === 0) return [];
      const { version, keptBy } = first;
      return [{ id, storeId: store.id, version, keptBy, absences: once(absences) }];
    });
  }

  async #timesOf(reader: Reader, store: Store, from: Date, to: Date) {
    const shifts = await shiftsWithBreaks(reader, store.id, from, to);
    const blocks = await blocksBetween(reader, store.id, from, to);
    const times = new Map<string, PersonTime>();
    for (const [staffId, hers] of groupBy(shifts, (shift) => shift.staffId))
      times.set(staffId, { shifts: hers, breaks: hers.flatMap(({ breaks }) => breaks), away: [] });
    for (const [staffId, away] of groupBy(blocks, (block) => block.staffId ?? ''))
      times.set(staffId, { ...(times.get(staffId) ?? NOBODY), away });
    return times;
  }
}

/** Says of a part of a visit whether its person may not, or cannot, do it, although she is there. */
async function unableIn(reader: Reader, store: Store, parts: readonly VisitPart[]) {
  const isRequired = await isCertificateRequired(reader, store.id);
  const members = await membersByIds(reader, [...new Set(parts.map(({ staffId }) => staffId))]);
  const services = await servicesForBooking(
    reader,
    parts.map(({ serviceId }) => serviceId),
    store.id,
  );
  const memberOf = new Map(members.map((member) => [member.id, member]));
  const serviceOf = new Map(services.map((service) => [service.id, service]));
  return ({ staffId, serviceId, endsAt }: VisitPart): 'no_certificate' | 'no_skill' | null => {
    const member = memberOf.get(staffId);
    if (!member) return null;
    const last = lastDayToTreat(member, isRequired);
    if (last !== null && instantOf(addDays(last, 1), 0, store.timeZone) < endsAt)
      return 'no_certificate';
    const service = serviceOf.get(serviceId);
    return service && !canTakePart(member, service) ? 'no_skill' : null;
  };
}

/** Each person and reason once, however many steps of the visit are hers. */
function once(absences: readonly VisitAbsence[]): VisitAbsence[] {
  return [...new Map(absences.map((each) => [`${each.staffId} ${each.why}`, each])).values()];
}
