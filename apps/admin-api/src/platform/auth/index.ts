export * from './access.js';
export * from './access.guard.js';
export * from './permissions.js';
export * from './principal.js';
export * from './reauthentication.js';
export * from './session-reader.js';
