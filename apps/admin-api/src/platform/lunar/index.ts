export * from './lunar.js';
