export type { Clock } from './clock.js';
export { DEMO_APPID, DEMO_SECRET } from './environment.js';
export { keepMerchant, keptMerchant } from './pay/keys/kept-merchant.js';
export {
  newMerchant,
  settingsOf,
  type Merchant,
  type MerchantSettings,
} from './pay/keys/merchant.js';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';
export {
  TEMPLATES,
  type FieldKind,
  type MessageTemplate,
  type TemplateField,
  type TemplateKind,
  type TemplateSet,
} from './templates.js';
