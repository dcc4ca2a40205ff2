import { api } from './api';
import { forget, useRemote } from './remote';
import type { Page, TreatmentView } from './types';

/** A page of what was done at her visits, latest first. */
export const loadTreatments = (cursor?: string): Promise<Page<TreatmentView>> =>
  api('get', '/api/client/treatments', { query: cursor === undefined ? {} : { cursor } });

/** The latest record; undefined while there is none. */
export const useLastTreatment = () =>
  useRemote('/client/treatments', async () => (await loadTreatments()).items[0] ?? null);

/** A visit may have been written down meanwhile. */
export const treatmentsChanged = (): void => forget('/client/treatments');
