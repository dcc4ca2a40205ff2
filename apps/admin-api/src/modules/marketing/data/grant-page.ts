import type { Reader } from '../../../platform/database/index.js';
import { grantsOf, type Grant } from './grants.js';

const PAGE = 50;

/** Grants of an automation, latest first. */
export interface GrantPage {
  readonly grants: readonly Grant[];
  /** Where the next page begins; undefined on the last. */
  readonly nextCursor: string | undefined;
}

/** @param cursor day and coupon of the last one seen, with a dot between; undefined for the first page */
export async function grantPage(
  reader: Reader,
  automationId: string,
  cursor: string | undefined,
): Promise<GrantPage> {
  const [grantedOn, couponId] = cursor?.split('.') ?? [];
  const before = grantedOn && couponId ? { grantedOn, couponId } : undefined;
  const found = await grantsOf(reader, automationId, before, PAGE + 1);
  const grants = found.slice(0, PAGE);
  const last = found.length > PAGE ? grants.at(-1) : undefined;
  return { grants, nextCursor: last && `${last.grantedOn}.${last.couponId}` };
}
