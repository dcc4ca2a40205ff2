import { useStores } from '@/api/stores';
import { todayIn } from './time';

/** Today's date where the stores are. */
export function useToday(): string {
  const stores = useStores();
  return todayIn(stores.data?.[0]?.timeZone ?? 'Asia/Shanghai', new Date());
}
