import { createHash, createHmac } from 'node:crypto';

/** A row of the audit log as it is chained: everything that it says. */
export interface LoggedRow {
  readonly id: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** As the driver gives it: an object, or the text of one. */
  readonly detail: unknown;
  readonly requestId: string | null;
}

/** Before the first link. */
export const NO_LINK: Buffer = Buffer.alloc(32);

/** Makes links, or checks those that it made before: without the secret nobody can write a chain anew. */
export class LinkKey {
  readonly #key: Buffer;
  /** Eight hex digits: which key made a link. */
  readonly id: string;

  /** @param secret 32 bytes of the house's sealing key; what is derived from it serves this chain alone */
  constructor(secret: Buffer) {
    this.#key = createHmac('sha256', secret).update('yance-audit-chain').digest();
    this.id = createHash('sha256').update(this.#key).digest('hex').slice(0, 8);
  }

  /** The link of a row on top of the one before it. */
  link(previous: Buffer, row: LoggedRow): Buffer {
    return createHmac('sha256', this.#key)
      .update('yance-audit-1\n')
      .update(previous)
      .update(textOf(row))
      .digest();
  }
}

/** The same facts give the same text on every engine: MySQL keeps JSON in an order and spacing of its own. */
function textOf(row: LoggedRow): string {
  const detail: unknown = typeof row.detail === 'string' ? JSON.parse(row.detail) : row.detail;
  return JSON.stringify([
    ...[row.id, row.at.toISOString(), row.actorKind, row.actorId, row.action],
    ...[row.subjectKind, row.subjectId, inOrder(detail ?? null), row.requestId],
  ]);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
