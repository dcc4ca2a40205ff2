export * from './domain-event.js';
export * from './live-topics.js';
export * from './appointments.js';
export * from './bills.js';
export * from './clients.js';
export * from './coupons.js';
export * from './payments.js';
export * from './wallets.js';
