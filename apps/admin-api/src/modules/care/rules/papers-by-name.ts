import type { StaffPrincipal } from '../../../platform/auth/index.js';

/** Kinds of papers whose titles tell nothing of health, whoever reads them. */
export const TITLED_FOR_ALL: readonly string[] = ['privacy', 'photos'];

/**
 * Whether somebody reads what papers of a client are called. A risk notice or a questionnaire names a matter of health;
 * whoever may not even know that something speaks against a treatment learns that there is one, and not which.
 */
export const readsPapersByName = (staff: StaffPrincipal): boolean =>
  staff.permissions.has('care.check');
