import type { ClientExportDraft } from '../api/contract';

/** What the list of clients hands over to the page of exports: whom the list is to hold. */
export interface ExportsState {
  readonly filter?: ClientExportDraft['filter'];
}
