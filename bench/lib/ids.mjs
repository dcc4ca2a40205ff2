import { createHash } from 'node:crypto';

/**
 * Ids that tell what they stand for, so that a captured statement can be turned into the same one for another store,
 * person or visit. They have the shape of a ULID.
 * @typedef {'ST' | 'SF' | 'RS' | 'SV' | 'CM' | 'VS' | 'SH' | 'SK' | 'CG' | 'WX' | 'SN' | 'EN' | 'PO' | 'TU' | 'BN' | 'TR' | 'TG' | 'TP' | 'CP' | 'NT' | 'TM' | 'CS' | 'CT' | 'CO' | 'CH'} Kind
 *   store, staff, resource, service, customer, visit, shift, skill, category, identity, session, ledger entry, payment order, top-up by phone, bill, tier, tag,
 *   top-up at the desk, coupon, note, treatment record, care sheet, consent text, consent, change of a file
 */

/** @param {Kind} kind  @param {number} group the store, mostly  @param {number} [member] */
export function id(kind, group, member = 0) {
  return `01BENCH${kind}${String(group).padStart(8, '0')}${String(member).padStart(9, '0')}`;
}

/** Rooms are resources of a store too; they come behind its people. */
export const ROOM = 100;

/** The session token of a client or a member of staff. @param {'client' | 'staff'} kind  @param {number} n */
export function token(kind, n) {
  return `bench-${kind}-${String(n).padStart(30, '0')}`.padEnd(43, '-').slice(0, 43);
}

/** What the database keeps of a token. @param {string} text */
export function hashOf(text) {
  return createHash('sha256').update(text, 'ascii').digest();
}
