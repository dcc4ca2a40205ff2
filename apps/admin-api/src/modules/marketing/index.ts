export { ChooseMarketing } from './choose-marketing.js';
export { automationById, type Automation } from './data/automations.js';
export { callableOf, choiceOf, type MarketingChoice } from './data/choices.js';
export { grantPage } from './data/grant-page.js';
export { MarketingModule } from './marketing.module.js';
export type { AutomationDraft } from './rules/automation-draft.js';
export { birthdaysOn } from './rules/birthday-days.js';
export { RunAutomations } from './run-automations.js';
export { SaveAutomation } from './save-automation.js';
