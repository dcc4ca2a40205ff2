export { packageSizes, readBundle, type Bundle } from './bundle/read-bundle.js';
export { Line, type CallFilter, type LineCall } from './phone/line.js';
export { Phone, type PhonePlan } from './phone/phone.js';
export type { Answers, CallRecord, Person, Report, SetDataRecord, Target } from './protocol.js';
