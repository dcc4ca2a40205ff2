import type { EntryHead } from './ledger-types.js';

/** Only what an entry says of itself, whatever else came along. */
export const headOf = (head: EntryHead): EntryHead => ({
  ...{ kind: head.kind, bizKey: head.bizKey, storeId: head.storeId, actor: head.actor },
  effectiveOn: head.effectiveOn,
  ...(head.request === undefined ? {} : { request: head.request }),
  ...(head.meta === undefined ? {} : { meta: head.meta }),
});
