import { Injectable } from '@nestjs/common';
import { groupBy } from '../../platform/collections/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { membersByIds } from '../staff/index.js';
import { storesByIds, type Store } from '../stores/index.js';
import {
  requestsOf,
  settledRequests,
  stepsOf,
  waitingRequests,
  type RequestStep,
  type ShiftRequest,
} from './data/shift-requests.js';
import { templatesOfStore } from './data/shift-templates.js';
import { RequestWords } from './request-words.js';

/** A request with all that a screen says of it. */
export interface ShownRequest {
  readonly request: ShiftRequest;
  readonly timeZone: string;
  readonly staffName: string;
  readonly templateName: string | null;
  readonly steps: readonly (Omit<RequestStep, 'wordsSealed'> & { readonly words: string | null })[];
}

const SETTLED_DAYS = 90;
const DAY_MS = 86_400_000;

/** Reads what was asked for, for who asked and for who decides. */
@Injectable()
export class ReadRequests {
  constructor(
    private readonly words: RequestWords,
    private readonly clock: Clock,
  ) {}

  async ofPerson(reader: Reader, staffId: string): Promise<ShownRequest[]> {
    return this.shown(reader, await requestsOf(reader, staffId));
  }

  async ofStore(
    reader: Reader,
    storeId: string,
  ): Promise<{ readonly waiting: ShownRequest[]; readonly settled: ShownRequest[] }> {
    const since = new Date(this.clock.now().getTime() - SETTLED_DAYS * DAY_MS);
    const waiting = await waitingRequests(reader, storeId);
    const settled = await settledRequests(reader, storeId, since);
    return {
      waiting: await this.shown(reader, waiting),
      settled: await this.shown(reader, settled),
    };
  }

  /** In the order given. */
  async shown(reader: Reader, requests: readonly ShiftRequest[]): Promise<ShownRequest[]> {
    if (requests.length === 0) return [];
    const storeIds = [...new Set(requests.map(({ storeId }) => storeId))];
    // One reader may be one connection: these come one after the other.
    const stores = await storesByIds(reader, storeIds);
    const people = await membersByIds(reader, [...new Set(requests.map(({ staffId }) => staffId))]);
    const steps = await stepsOf(
      reader,
      requests.map(({ id }) => id),
    );
    const named = new Map<string, string>();
    for (const [storeId] of groupBy(
      requests.filter(({ templateId }) => templateId !== null),
      (request) => request.storeId,
    ))
      for (const { id, name } of await templatesOfStore(reader, storeId)) named.set(id, name);
    const zones = new Map(stores.map(({ id, timeZone }: Store) => [id, timeZone]));
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
    return requests.map((request) => ({
      request,
      timeZone: zones.get(request.storeId) ?? 'Asia/Shanghai',
      staffName: names.get(request.staffId) ?? '',
      templateName: named.get(request.templateId ?? '') ?? null,
      steps: (steps.get(request.id) ?? []).map(({ wordsSealed, ...step }) => ({
        ...step,
        words: this.words.open({ ...step, wordsSealed }),
      })),
    }));
  }
}
