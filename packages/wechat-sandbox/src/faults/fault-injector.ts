import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { queryOf } from '../http/raw-body.js';
import type { Outcome } from '../http/outcome.js';
import type { FaultDialect, FaultOrder, FaultTarget } from './fault.js';

const MOST_ORDERS = 100;

const SERVER_ERROR: Outcome = {
  status: 500,
  contentType: 'text/html; charset=utf-8',
  body: '<html><head><title>500 Internal Server Error</title></head><body>500</body></html>',
};

const NOT_JSON: Outcome = {
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: '<html><body>系统繁忙，请稍后再试</body></html>',
};

/** Who can end a token before its time. */
export interface TokenExpirer {
  expireNow(token: string): void;
}

/** A fault as it is listed: the order, its number, and what is left of it. */
export type PendingFault = FaultOrder & { readonly id: number };

/** Spoils calls as ordered; the oldest order that fits goes first. */
export class FaultInjector {
  private readonly targets: FaultTarget[] = [];
  private pending: PendingFault[] = [];
  private lastId = 0;
  private readonly closing = new AbortController();

  constructor(private readonly tokens: TokenExpirer) {
    // Every held call listens to the one signal, and any number may be held.
    setMaxListeners(0, this.closing.signal);
  }

  /** Declares an endpoint that faults can be ordered for. */
  offer(target: FaultTarget): void {
    this.targets.push(target);
  }

  /** What a path means: that very interface where there is one, else all that begin with it. */
  targetsUnder(path: string): FaultTarget[] {
    const exact = this.targets.filter((target) => target.path === path);
    return exact.length > 0 ? exact : this.targets.filter((each) => each.path.startsWith(path));
  }

  /** Takes an order; undefined when a hundred are waiting already. */
  order(order: FaultOrder): PendingFault | undefined {
    if (this.pending.length >= MOST_ORDERS) return undefined;
    this.lastId += 1;
    const pending = { ...order, id: this.lastId };
    this.pending.push(pending);
    return pending;
  }

  list(): readonly PendingFault[] {
    return this.pending;
  }

  clear(): void {
    this.pending = [];
  }

  /** Lets go of every call that a fault holds, so that the server can close. */
  release(): void {
    this.closing.abort();
  }

  /** Runs one call with the fault that waits for it, if any. */
  async around(
    target: FaultTarget,
    dialect: FaultDialect<Outcome>,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Outcome,
  ): Promise<FastifyReply> {
    const fault = this.take(target);
    if (fault === undefined) return send(reply, work());
    if (fault.kind === 'expiredToken') {
      this.tokens.expireNow(queryOf(request)['access_token'] ?? '');
      return send(reply, work());
    }
    const accepted = fault.afterAccepting ? work() : undefined;
    const spoiled = await this.spoil(fault, dialect, () => accepted ?? work());
    return spoiled === 'cut' ? cut(request, reply) : send(reply, spoiled);
  }

  /** Takes the oldest order that fits a target, and what it is about; for what is spoiled elsewhere than in a call. */
  take(target: FaultTarget, outTradeNo?: string): PendingFault | undefined {
    const fault = this.pending.find(
      (each) =>
        target.kinds.includes(each.kind) &&
        (each.outTradeNo === undefined || each.outTradeNo === outTradeNo) &&
        this.targetsUnder(each.path).includes(target),
    );
    if (fault === undefined) return undefined;
    this.pending = this.pending.flatMap((each) => {
      if (each.id !== fault.id) return [each];
      return each.times > 1 ? [{ ...each, times: each.times - 1 }] : [];
    });
    return fault;
  }

  /** The answer that takes the place of the real one, or a cut line. */
  private async spoil(
    fault: FaultOrder,
    dialect: FaultDialect<Outcome>,
    real: () => Outcome,
  ): Promise<Outcome | 'cut'> {
    switch (fault.kind) {
      case 'busy':
        return dialect.busy();
      case 'rateLimited':
        return dialect.rateLimited();
      case 'errcode':
      case 'payError':
        return dialect.refusal(fault);
      case 'http500':
        return SERVER_ERROR;
      case 'notJson':
        return NOT_JSON;
      case 'drop':
        return 'cut';
      case 'timeout':
        await this.hold(fault.delayMs);
        return 'cut';
      case 'slow':
        await this.hold(fault.delayMs);
        return real();
      case 'otherKey':
      case 'unknownSerial':
      case 'stale':
      case 'unsigned':
      case 'tamper':
        return dialect.forged?.(fault.kind, real()) ?? real();
      case 'expiredToken':
      case 'delay':
      case 'double':
      case 'reorder':
      case 'content':
      case 'wrongApiKey':
      case 'probe':
      case 'bare':
        return real();
    }
  }

  private async hold(ms: number): Promise<void> {
    // Closing the sandbox ends the wait; that is the only way this can reject.
    await delay(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }
}

function send(reply: FastifyReply, outcome: Outcome): FastifyReply {
  void reply.code(outcome.status).headers(outcome.headers ?? {});
  if (outcome.status === 204) return reply.send();
  return reply.header('content-type', outcome.contentType).send(outcome.body);
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
