import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionReader, STAFF_COOKIE, type StaffPrincipal } from '../auth/index.js';
import { refuse } from '../errors/index.js';
import { Log } from '../logging/index.js';
import { Lifecycle } from '../shutdown/index.js';
import { LiveFeed, topicWord } from './live-feed.js';
import { SseStream } from './sse-stream.js';

const HEARTBEAT_MS = 15_000;
/** Tabs and devices of one person. */
const MOST_PER_PERSON = 8;
const MOST_IN_ALL = 2_000;

/** The open streams of this process: counts them, keeps them alive, ends them with the session or the process. */
@Injectable()
export class LiveStreams {
  readonly #open = new Set<SseStream>();
  readonly #places = new Map<string, number>();
  #all = 0;

  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: SessionReader,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
  ) {
    lifecycle.stopping.addEventListener('abort', () => {
      for (const stream of this.#open) stream.end();
    });
  }

  /**
   * Turns the request into a stream of what happens in the store.
   * @throws Refusal RATE_LIMITED too many streams of one person, OVERLOADED too many in all or stopping
   */
  async open(
    staff: StaffPrincipal,
    storeId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    // Counted before anything is awaited, so that requests sent together cannot pass the cap together.
    const leave = this.#enter(staff.staffId);
    try {
      await this.#stream(staff, storeId, request, reply, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  get size(): number {
    return this.#open.size;
  }

  async #stream(
    staff: StaffPrincipal,
    storeId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    leave: () => void,
  ): Promise<void> {
    let stream: SseStream | undefined;
    const stopListening = await this.feed.listen(storeId, (event) =>
      stream?.send({
        id: event.id,
        event: topicWord(event.topic),
        data: { id: event.subjectId, topic: event.topic, at: event.at.toISOString() },
      }),
    );
    if (request.raw.destroyed || this.lifecycle.stopping.aborted) {
      stopListening();
      return refuse('OVERLOADED', { retryAfterSeconds: 2 });
    }
    reply.hijack();
    const opened = new SseStream(reply.raw, reply.getHeaders());
    stream = opened;
    this.#open.add(opened);
    const heartbeat = setInterval(() => {
      opened.heartbeat();
      void this.#endWithSession(opened, request, staff, storeId);
    }, HEARTBEAT_MS);
    reply.raw.once('close', () => {
      clearInterval(heartbeat);
      stopListening();
      this.#open.delete(opened);
      leave();
    });
  }

  /** Takes one of the person's places; returns the way to give it back. */
  #enter(staffId: string): () => void {
    const own = this.#places.get(staffId) ?? 0;
    if (this.lifecycle.stopping.aborted || this.#all >= MOST_IN_ALL) {
      refuse('OVERLOADED', { retryAfterSeconds: 5 });
    }
    if (own >= MOST_PER_PERSON) refuse('RATE_LIMITED', { retryAfterSeconds: 15 });
    this.#places.set(staffId, own + 1);
    this.#all += 1;
    return () => {
      this.#all -= 1;
      const left = (this.#places.get(staffId) ?? 1) - 1;
      if (left > 0) this.#places.set(staffId, left);
      else this.#places.delete(staffId);
    };
  }

  /** A stream outlives the request that was authorised, so who may read it is asked again with every heartbeat. */
  async #endWithSession(
    stream: SseStream,
    request: FastifyRequest,
    staff: StaffPrincipal,
    storeId: string,
  ): Promise<void> {
    const token = tokenOf(request);
    try {
      const session = token === undefined ? undefined : await this.sessions.readStaff(token);
      const now = session?.principal;
      const allowed = now?.permissions.has('calendar.read') && now.storeIds.includes(storeId);
      if (!allowed) stream.end();
    } catch (error) {
      this.log.warn('session of a stream could not be read', {
        staffId: staff.staffId,
        err: error,
      });
    }
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[STAFF_COOKIE];
}
