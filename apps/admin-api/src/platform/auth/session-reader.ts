import type { Config } from '../config/index.js';
import type { ClientPrincipal, StaffPrincipal } from './principal.js';

/** A staff session and the token that unsafe calls must repeat when the session came by cookie. */
export interface StaffSession {
  readonly principal: StaffPrincipal;
  readonly csrfToken: string;
}

/** Finds out whose token this is. The identity module implements it; the platform knows no accounts. */
export abstract class SessionReader {
  /** @returns undefined for an unknown, ended or expired token */
  abstract readClient(token: string): Promise<ClientPrincipal | undefined>;
  /** @returns undefined for an unknown, ended or expired token, and for a person who left */
  abstract readStaff(token: string): Promise<StaffSession | undefined>;
}

/**
 * The console's cookie: HttpOnly, SameSite=Strict. Behind TLS its name begins with `__Host-`, so that browsers take it
 * from this very host only: a page on a sister domain cannot put somebody else's session in its place (RFC 6265bis).
 */
export function staffCookieName({ publicOrigin }: Pick<Config, 'publicOrigin'>): string {
  return publicOrigin.startsWith('https://') ? '__Host-yance_staff' : 'yance_staff';
}

export const CSRF_HEADER = 'x-csrf-token';
