import type { Host, RuntimeCommands, RuntimePlan, Target } from '../protocol.js';

/** A window with a mini-program in it, near (jsdom) or in a browser. */
export interface Screen {
  /** Runs one command in the window. */
  run<Name extends keyof RuntimeCommands>(
    name: Name,
    ...values: Parameters<RuntimeCommands[Name]>
  ): Promise<Awaited<ReturnType<RuntimeCommands[Name]>>>;
  tap(target: Target, times: number): Promise<void>;
  type(target: Target, value: string): Promise<void>;
  /** Writes a PNG. @throws Error where nothing is drawn */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a window and starts the plan in it; the first page is not open yet. */
export type OpenScreen = (plan: RuntimePlan, host: Host) => Promise<Screen>;
