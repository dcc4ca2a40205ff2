/** The workspace's packages, in the order in which they build on each other. */
export const PACKAGES = [
  'packages/shared-types',
  'packages/wechat-sandbox',
  'apps/admin-api',
  'apps/admin-web',
  'apps/miniprogram',
];
