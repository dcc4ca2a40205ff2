/** What goes back over the wire, decided before anything is sent, so that a fault may replace it. */
export interface Outcome {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(status: number, value: unknown): Outcome {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
