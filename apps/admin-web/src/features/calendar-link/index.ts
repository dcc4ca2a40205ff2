export { CalendarLinkDrawer } from './calendar-link-drawer';
