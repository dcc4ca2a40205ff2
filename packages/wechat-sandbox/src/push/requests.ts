import { randomInt } from 'node:crypto';

import { encryptMessage } from './cipher.js';
import { xmlDocument, type PushFormat } from './event.js';
import { pushSignature } from './signature.js';

/** Where and how the app wants its events. */
export interface PushTarget {
  readonly url: string;
  readonly token: string;
  readonly mode: 'plain' | 'secure';
  readonly format: PushFormat;
  /** 43 characters; only in secure mode. */
  readonly encodingAesKey: string | undefined;
}

/** What a test may have spoilt in a request, so that the receiver can be seen to refuse it. */
export const TAMPERINGS = ['signature', 'msgSignature', 'appid', 'body'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

export interface PushRequest {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

/** The GET that asks a server to prove that it knows the token: it has to echo `echostr`. */
export function verificationUrl(target: PushTarget, now: Date, echostr: string): string {
  return withQuery(target.url, { ...signed(target, now), echostr });
}

/** The POST of one attempt; timestamp, nonce and ciphertext are new each time. */
export function eventRequest(
  target: PushTarget,
  message: string,
  of: { appid: string; toUserName: string; from: string },
  now: Date,
  tampering: Tampering | undefined,
): PushRequest {
  const query = signed(target, now);
  if (tampering === 'signature') query.signature = flipped(query.signature);
  const contentType = target.format === 'json' ? 'application/json' : 'text/xml';
  if (target.mode === 'plain' || target.encodingAesKey === undefined) {
    const body = tampering === 'body' ? message.slice(0, -1) : message;
    return { url: withQuery(target.url, query), contentType, body };
  }
  const appid = tampering === 'appid' ? flipped(of.appid) : of.appid;
  const encrypted = encryptMessage(message, appid, target.encodingAesKey);
  const msgSignature = pushSignature(target.token, query.timestamp, query.nonce, encrypted);
  const sent = tampering === 'body' ? flipped(encrypted) : encrypted;
  const envelope = { ToUserName: of.toUserName, Encrypt: sent };
  return {
    url: withQuery(target.url, {
      ...query,
      openid: of.from,
      encrypt_type: 'aes',
      msg_signature: tampering === 'msgSignature' ? flipped(msgSignature) : msgSignature,
    }),
    contentType,
    body: target.format === 'json' ? JSON.stringify(envelope) : xmlDocument(envelope),
  };
}

function signed(
  target: PushTarget,
  now: Date,
): Record<'signature' | 'timestamp' | 'nonce', string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = String(randomInt(100_000_000, 2_000_000_000));
  return { signature: pushSignature(target.token, timestamp, nonce), timestamp, nonce };
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return target.href;
}

/** The same text with its first character changed. */
function flipped(text: string): string {
  return (text.startsWith('0') ? '1' : '0') + text.slice(1);
}
