import { useQuery } from '@tanstack/react-query';
import type { Product } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** What the store has on its shelf to sell. */
export async function listProducts(storeId: string, signal?: AbortSignal): Promise<Product[]> {
  const query = { storeId };
  return (await answerOf(api.GET('/api/staff/products', { params: { query }, signal }))).items;
}

export function useProducts(storeId: string) {
  return useQuery({
    queryKey: keys.products(storeId),
    queryFn: ({ signal }) => listProducts(storeId, signal),
    staleTime: 5 * 60_000,
  });
}
