/** Keys of synthetic salons: they guard nothing. */
export const KEY = Buffer.alloc(32, 1);
export const BLIND_INDEX_KEY = Buffer.alloc(32, 9);
