import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that happens on behalf of one request shares. */
export interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` and all that it starts as part of this request. */
export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The request being served, or undefined in jobs, sweeps and commands. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
