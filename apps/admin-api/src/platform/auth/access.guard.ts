import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { ACCESS, type Access } from './access.js';
import type { Permission } from './permissions.js';
import {
  CSRF_HEADER,
  SessionReader,
  staffCookieName,
  type StaffSession,
} from './session-reader.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

function bearerOf(request: FastifyRequest): string | undefined {
  const match = /^Bearer ([\w.~+/=-]{16,200})$/i.exec(request.headers.authorization ?? '');
  return match?.[1];
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * A browser sends cookies by itself, so an unsafe call must also show the token that only our own page knows. Where a
 * browser says that another site made it call (Sec-Fetch-Site, only over TLS or to this machine), no token helps.
 */
function requireCsrf(request: FastifyRequest, session: StaffSession): void {
  if (SAFE_METHODS.has(request.method)) return;
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin') refuse('CSRF_REFUSED');
  const shown = request.headers[CSRF_HEADER];
  if (typeof shown !== 'string' || !sameText(shown, session.csrfToken)) refuse('CSRF_REFUSED');
}

/** Stands before every route: deny unless the route says who may call it and the caller is that. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #cookie: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    config: Config,
  ) {
    this.#cookie = staffCookieName(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!access) return refuse('FORBIDDEN');
    if (access.kind === 'client') await this.#admitClient(request);
    if (access.kind === 'staff') await this.#admitStaff(request, access.permission);
    return true;
  }

  async #admitClient(request: FastifyRequest): Promise<void> {
    const token = bearerOf(request);
    const principal = token ? await this.sessions.readClient(token) : undefined;
    request.principal = principal ?? refuse('UNAUTHENTICATED');
  }

  async #admitStaff(request: FastifyRequest, permission: Permission): Promise<void> {
    const bearer = bearerOf(request);
    const token = bearer ?? request.cookies[this.#cookie];
    const session = token ? await this.sessions.readStaff(token) : undefined;
    if (!session) return refuse('UNAUTHENTICATED');
    if (!bearer) requireCsrf(request, session);
    if (!session.principal.permissions.has(permission)) refuse('FORBIDDEN');
    request.principal = session.principal;
  }
}
