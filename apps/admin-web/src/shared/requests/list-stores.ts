import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Store } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { localDateIn } from '../format/time';

const DEFAULT_ZONE = 'Asia/Shanghai';

/** The stores that the person may work in. */
export async function listStores(signal?: AbortSignal): Promise<Store[]> {
  return (await answerOf(api.GET('/api/staff/stores', { signal }))).items;
}

export function useStores() {
  return useQuery({
    queryKey: keys.stores,
    queryFn: ({ signal }) => listStores(signal),
    staleTime: Infinity,
  });
}

/** Today's date at the store, whatever zone the browser is in; turns over at the store's midnight. */
export function useToday(storeId: string): string {
  const stores = useStores();
  const zone = stores.data?.find(({ id }) => id === storeId)?.timeZone ?? DEFAULT_ZONE;
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return localDateIn(zone, Date.now());
}
