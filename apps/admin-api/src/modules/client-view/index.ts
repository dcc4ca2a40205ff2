export { ClientViewModule } from './client-view.module.js';
