import { TODAY } from '../../../support/given/index.js';

/** Right values of looking at clients: lists, time lines and who looked. */
export const VIEW_VALUES = {
  ...{ stage: 'active', birthMonth: '5', lastVisitFrom: TODAY, lastVisitUntil: TODAY },
  ...{ minBalanceFen: '0', order: 'newest' },
  'GET /api/staff/clients/{id}/time-line group': 'visits',
  'GET /api/staff/audit action': 'phone.revealed',
};
