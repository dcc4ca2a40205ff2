import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { redact, redactText } from './redact.js';
import { currentRequestId } from './request-context.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * One JSON object per line on standard output: time, level, the request it belongs to, a sentence, and fields.
 * Everything passes through redaction, so a careless call leaks no phone, token, code or health field.
 */
export class Log {
  readonly #pino: Pino;

  constructor(level: string, destination?: DestinationStream) {
    const options = {
      level,
      base: { app: 'yance-api', pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // What arrives is redacted already; pino's own serializer would take errors apart again.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.#pino = destination ? pino(options, destination) : pino(options);
  }

  debug(message: string, fields?: LogFields): void {
    this.write('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.write('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.write('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.write('error', message, fields);
  }

  /** For callers that know the level only at run time. */
  write(level: LogLevel, message: string, fields: LogFields = {}): void {
    if (!this.#pino.isLevelEnabled(level)) return;
    const requestId = currentRequestId();
    const all = requestId === undefined ? fields : { requestId, ...fields };
    this.#pino[level](redact(all) as object, redactText(message));
  }
}
