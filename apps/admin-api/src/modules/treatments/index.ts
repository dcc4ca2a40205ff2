export type { TemplateDraft } from './data/templates.js';
export { RecordTreatment } from './record-treatment.js';
export type { TreatmentContents } from './rules/contents.js';
export { SaveTemplate } from './save-template.js';
export { TreatmentQueries, type OpenRecord } from './treatment-queries.js';
export { TreatmentRecordListDto } from './http/dto/treatment.dto.js';
export { TreatmentScreens } from './http/treatment-screens.js';
export { TreatmentsModule } from './treatments.module.js';
export type { TypedContents } from './typed-contents.js';
