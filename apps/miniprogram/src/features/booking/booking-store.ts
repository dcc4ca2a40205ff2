import { useSyncExternalStore } from 'react';
import { Store } from '@/lib/store';
import { platform } from '@/platform';
import { DraftStore } from './draft';

export const draft = new DraftStore(platform.storage);

/** The visit that was just booked, until the client has seen it and goes on. */
export const justBooked = new Store<string | undefined>(undefined);

export const useDraft = () => useSyncExternalStore(draft.subscribe, draft.get);
export const useJustBooked = () => useSyncExternalStore(justBooked.subscribe, justBooked.get);
