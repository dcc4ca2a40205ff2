import type { Host, RuntimeCommands, RuntimePlan } from '../protocol.js';
import { MiniProgram } from './mini-program.js';

/** What this script, once it runs in a window, offers to the test process. */
export interface WeappWindow {
  startWeapp(plan: RuntimePlan, host: Host): RuntimeCommands;
}

const here = window as unknown as Partial<WeappWindow>;

here.startWeapp = (plan, host) => {
  const program = new MiniProgram(plan, host);
  window.addEventListener('error', (event) => program.uncaught(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => program.uncaught(event.reason));
  return program;
};
