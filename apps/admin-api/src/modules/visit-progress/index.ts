export { SendFeedback } from './send-feedback.js';
export { VisitProgressModule } from './visit-progress.module.js';
