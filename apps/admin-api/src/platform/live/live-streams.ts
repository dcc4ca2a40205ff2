import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionReader, staffCookieName, type StaffPrincipal } from '../auth/index.js';
import { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { Log } from '../logging/index.js';
import { Lifecycle } from '../shutdown/index.js';
import { LiveFeed, topicWord } from './live-feed.js';
import { SseStream } from './sse-stream.js';

const HEARTBEAT_MS = 15_000;
/** Tabs and devices of one person. */
const MOST_PER_PERSON = 8;
const MOST_IN_ALL = 2_000;

/** Who reads a stream, and by what right. */
interface Reader {
  readonly staffId: string;
  readonly storeId: string;
  readonly token: string | undefined;
}

/** The open streams of this process: counts them, keeps them alive, ends them with the session or the process. */
@Injectable()
export class LiveStreams {
  readonly #open = new Map<SseStream, Reader>();
  readonly #places = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #all = 0;

  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: SessionReader,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
    private readonly config: Config,
  ) {
    this.#timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.#timer.unref();
    lifecycle.stopping.addEventListener('abort', () => {
      clearInterval(this.#timer);
      for (const stream of this.#open.keys()) stream.end();
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

  /**
   * Keeps every stream alive and ends those whose reader has signed out or lost the right: a stream outlives the
   * request that was authorised. Runs by itself every 15 s.
   */
  async beat(): Promise<void> {
    for (const [stream, reader] of [...this.#open]) {
      stream.heartbeat();
      try {
        if (!(await this.#mayStillRead(reader))) stream.end();
      } catch (error) {
        this.log.warn('session of a stream could not be read', { by: reader.staffId, err: error });
      }
    }
  }

  async #stream(
    staff: StaffPrincipal,
    storeId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    leave: () => void,
  ): Promise<void> {
    const target: { stream?: SseStream } = {};
    const stopListening = await this.feed.listen(storeId, (event) =>
      target.stream?.send({
        id: event.id,
        event: topicWord(event.topic),
        data: { id: event.subjectId, topic: event.topic, at: event.at.toISOString() },
      }),
    );
    if (reply.raw.destroyed || this.lifecycle.stopping.aborted) {
      stopListening();
      return refuse('OVERLOADED', { retryAfterSeconds: 2 });
    }
    reply.hijack();
    const opened = new SseStream(reply.raw, reply.getHeaders());
    target.stream = opened;
    this.#open.set(opened, { staffId: staff.staffId, storeId, token: this.#tokenOf(request) });
    reply.raw.once('close', () => {
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

  async #mayStillRead(reader: Reader): Promise<boolean> {
    if (reader.token === undefined) return false;
    const session = await this.sessions.readStaff(reader.token);
    if (!session) return false;
    const { permissions, storeIds } = session.principal;
    return permissions.has('calendar.read') && storeIds.includes(reader.storeId);
  }

  #tokenOf(request: FastifyRequest): string | undefined {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return bearer ?? request.cookies[staffCookieName(this.config)];
  }
}
