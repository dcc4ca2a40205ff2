export { KeepStanding } from './keep-standing.js';
export { ClientViewModule } from './client-view.module.js';
