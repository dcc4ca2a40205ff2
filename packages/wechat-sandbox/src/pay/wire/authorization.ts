const SCHEME = /^WECHATPAY2-SHA256-RSA2048\s+(.+)$/s;
const PART = /\s*(\w+)="([^"]*)"\s*(?:,|$)/gy;
const NAMES = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;

/** What a signed request says of itself. */
export type Authorization = Readonly<Record<(typeof NAMES)[number], string>>;

/** Reads the header by names, in whatever order they come; undefined when it is not such a header. */
export function readAuthorization(header: string | undefined): Authorization | undefined {
  const parts = SCHEME.exec(header ?? '')?.[1];
  if (parts === undefined) return undefined;
  const found = new Map<string, string>();
  let end = 0;
  for (const match of parts.matchAll(PART)) {
    found.set(match[1] ?? '', match[2] ?? '');
    end = match.index + match[0].length;
  }
  if (end !== parts.length || NAMES.some((name) => !found.get(name))) return undefined;
  return Object.fromEntries(found) as Authorization;
}

/** The text a merchant signs: each line ends, the empty one of a GET's body too. */
export function requestMessage(
  method: string,
  pathAndQuery: string,
  { timestamp, nonce_str }: Pick<Authorization, 'timestamp' | 'nonce_str'>,
  body: string,
): string {
  return `${method}\n${pathAndQuery}\n${timestamp}\n${nonce_str}\n${body}\n`;
}

/** The text WeChat Pay signs, of answers and notifications. */
export function answerMessage(timestamp: string, nonce: string, body: string): string {
  return `${timestamp}\n${nonce}\n${body}\n`;
}
