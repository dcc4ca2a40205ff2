import { once } from 'node:events';
import { connect } from 'node:net';

/** An answer as it came over the wire, not as a browser's library would tidy it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ANSWER = /HTTP\/1\.1 (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/y;

/** Every answer in what a connection sent back, by Content-Length. */
function answersIn(text: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  const latin = text.toString('latin1');
  for (let at = 0; at < latin.length;) {
    ANSWER.lastIndex = at;
    const found = ANSWER.exec(latin);
    if (!found) break;
    const headers = Object.fromEntries(
      (found[2] ?? '').split('\r\n').flatMap((line) => {
        const [, name, value] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), value ?? '']];
      }),
    ) as Record<string, string>;
    const begin = at + found[0].length;
    at = begin + Number(headers['content-length'] ?? 0);
    answers.push({ status: Number(found[1]), headers, body: text.subarray(begin, at).toString() });
  }
  return answers;
}

/** Sends bytes as they are and reads until the other side hangs up. */
export async function sendRaw(base: string, bytes: string | Buffer): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  // A server that hangs up while we still send resets the connection: what it said before counts.
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answersIn(Buffer.concat(parts));
}

/** A request of these lines that asks for the connection to be closed. */
export function request(
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Buffer = '',
): Buffer {
  const bytes = Buffer.from(body);
  const length = bytes.length > 0 ? { 'content-length': String(bytes.length) } : {};
  const all = { host: 'localhost', connection: 'close', ...length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`, 'utf8'), bytes]);
}
