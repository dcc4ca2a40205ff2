/** The workspace's packages, in the order in which they build on each other. */
export const PACKAGES = [
  'packages/shared-types',
  'packages/wechat-sandbox',
  'packages/weapp-runner',
  'apps/admin-api',
  'apps/admin-web',
  'apps/miniprogram',
];
