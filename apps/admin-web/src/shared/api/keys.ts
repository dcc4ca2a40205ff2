/** Names of what is kept in the query cache. Everything that a visit's change may touch starts with `visits`. */
export const keys = {
  session: ['session'] as const,
  visits: ['visits'] as const,
  calendar: (storeId: string, date: string) => ['visits', 'calendar', storeId, date] as const,
  pending: (storeId: string) => ['visits', 'pending', storeId] as const,
  visit: (id: string) => ['visits', 'one', id] as const,
  availability: (query: object) => ['visits', 'availability', query] as const,
  messages: (id: string) => ['visits', 'messages', id] as const,
  clientVisits: (id: string) => ['visits', 'client', id] as const,
  client: (id: string) => ['clients', 'one', id] as const,
  clients: (q: string, cursor: string | null) => ['clients', q, cursor] as const,
  clientSearch: (q: string) => ['clients', 'search', q] as const,
  stores: ['stores'] as const,
  services: (storeId: string) => ['services', storeId] as const,
  staff: (storeId: string) => ['staff', storeId] as const,
  shifts: (storeId: string, from: string) => ['shifts', storeId, from] as const,
  deadJobs: ['jobs', 'dead'] as const,
};
