import { useQueries } from '@tanstack/react-query';
import type { ClientProfile, ProfileNames } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { listServices } from '../../../shared/requests/list-services';
import { listStaff } from '../../../shared/requests/list-staff';
import { useDesk } from '../../../shared/session/desk';

const FRESH = 5 * 60_000;

interface Named {
  id: string;
  name: string;
}

export interface Names {
  readonly staff: readonly Named[];
  readonly services: readonly Named[];
  readonly stores: readonly Named[];
}

const once = (lists: readonly (readonly Named[] | undefined)[]): Named[] => [
  ...new Map(lists.flatMap((list) => list ?? []).map((one) => [one.id, one])).values(),
];

/** Who and what the file names by id, in all stores of who is signed in. */
export function useNames({ enabled = true } = {}): Names {
  const { stores } = useDesk().session.staff;
  const staff = useQueries({
    queries: stores.map(({ id }) => ({
      queryKey: keys.staff(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => listStaff(id, signal),
      ...{ staleTime: FRESH, enabled },
    })),
  });
  const services = useQueries({
    queries: stores.map(({ id }) => ({
      queryKey: keys.services(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => listServices(id, signal),
      ...{ staleTime: FRESH, enabled },
    })),
  });
  return {
    staff: once(staff.map(({ data }) => data)),
    services: once(services.map(({ data }) => data)),
    stores,
  };
}

const holdsAll = (list: readonly Named[], ids: readonly string[]): boolean =>
  ids.every((wanted) => list.some(({ id }) => id === wanted));

/** The names that a profile needs: those that came with the page, or all once it names somebody else. */
export function useNamesOf(
  { consultantId, preferences }: Pick<ClientProfile, 'consultantId' | 'preferences'>,
  given: ProfileNames,
): Pick<Names, 'staff' | 'services'> {
  const { staffIds, serviceIds } = preferences;
  const members = consultantId === null ? staffIds : [...staffIds, consultantId];
  const isGiven = holdsAll(given.staff, members) && holdsAll(given.services, serviceIds);
  const all = useNames({ enabled: !isGiven });
  return isGiven ? given : all;
}

/** The names behind some ids; one that is of a store elsewhere, or gone, is counted and not named. */
export function namesOf(list: readonly Named[], ids: readonly string[]): string {
  const known = list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const rest = ids.length - known.length;
  return [...known, ...(rest > 0 ? [`其他 ${rest} 项`] : [])].join('、');
}
