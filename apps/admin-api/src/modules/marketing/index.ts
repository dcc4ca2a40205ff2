export { ChooseMarketing } from './choose-marketing.js';
export { MarketingModule } from './marketing.module.js';
export type { AutomationDraft } from './rules/automation-draft.js';
export { RunAutomations } from './run-automations.js';
export { SaveAutomation } from './save-automation.js';
