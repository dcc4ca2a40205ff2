export { turnRulesOf, type TurnRules } from './data/turn-rules.js';
export { byTurn, type Turn } from './rules/queue.js';
export { SaveTurnRules } from './save-turn-rules.js';
export { TurnBook } from './turn-book.js';
export { TurnsModule } from './turns.module.js';
