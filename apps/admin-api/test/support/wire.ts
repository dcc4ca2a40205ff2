/** An answer of the API as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when there was no body. */
  readonly body: unknown;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An API and its sandbox, whether they run in this process or in their own. */
export interface Reachable {
  /** Path below /api. POST when there is a body, else GET, unless told. */
  call(path: string, call?: Call): Promise<Answer>;
  /** Asks the sandbox's control side. */
  control(path: string, body?: object): Promise<Record<string, unknown>>;
}

/** @throws TypeError of fetch when no whole answer came */
export async function send(
  url: string,
  { method, body, token, headers }: Call = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed };
}
