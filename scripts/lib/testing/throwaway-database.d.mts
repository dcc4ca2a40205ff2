/** A database server for one test run. */
export interface ThrowawayDatabase {
  /** `mysql://user:password@127.0.0.1:port/` of an account that may do everything; add a schema name to use it. */
  readonly adminUrl: string;
  /** Starts the server again after stop() or kill(), on the same port. */
  start(): Promise<void>;
  /** Stops the server in good order. */
  stop(): Promise<void>;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** Ends the server and removes its data. */
  discard(): Promise<void>;
}

/** `durable`: on disk and safe against crashes, for tests that crash it; otherwise in memory and fast. */
export function startThrowawayDatabase(options?: { durable?: boolean }): Promise<ThrowawayDatabase>;

/** The folder for files that nobody needs after the run: in memory where there is room. */
export function fastestFolder(): string;
