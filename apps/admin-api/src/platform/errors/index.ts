export * from './refusal.js';
export * from './problem.js';
export * from './validation-messages.js';
