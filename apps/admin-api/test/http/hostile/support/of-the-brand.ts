/** Found by these, and yet not of one client or store: nobody is a stranger to what the whole brand has as one list. */
export const OF_THE_WHOLE_BRAND = [
  ...['clients', 'phones', 'jobs', 'duplicates', 'merges', 'stored-value-plans', 'package-plans'],
  ...['coupon-templates', 'coupon-offers', 'products', 'price-rules'],
  ...['tiers', 'points-rewards', 'automations', 'treatment-templates'],
  ...['notes', 'links', 'client-tag-groups', 'client-tags', 'client-tag-rules'],
  ...['ingredients', 'conditions', 'rules', 'services', 'care-plans', 'assessments'],
  'questionnaires',
];
/** Filters of a module that knows no clients or stores: there they are a column, and one that nobody has finds nothing. */
export const FINDS_NOTHING = [
  // Nobody stands in for somebody who has no part in the visit.
  'GET /api/staff/appointments/{id}/stand-ins staffId',
  // Each day of a plan is taken or named with why not.
  'POST /api/staff/shift-plan/changes days.0.staffId',
  'GET /api/staff/audit customerId',
  'GET /api/staff/audit staffId',
  'GET /api/client/products storeId',
  'GET /api/staff/payment-orders customerId',
  'GET /api/staff/top-ups customerId',
  // The list and the log are the whole brand's: these only narrow them.
  ...['storeId', 'tierId', 'consultantId', 'tagIds', 'needId'].map(
    (name) => `GET /api/staff/client-list ${name}`,
  ),
  ...['customerId', 'staffId'].map((name) => `GET /api/staff/audit ${name}`),
  // Who answers for files, and what a service asks to sign: these only narrow a list.
  ...['GET /api/staff/client-files consultantId', 'GET /api/staff/consent-texts serviceId'],
  // The visit or bill that is asked about may not be written yet.
  'GET /api/staff/clients/{id}/care-check subjectId',
];

/** Where filters of the brand's list are kept: they may name what is gone by the time they are used. */
export const KEPT_FILTERS = '/api/staff/client-filters';
