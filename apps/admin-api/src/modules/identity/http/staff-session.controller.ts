import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CurrentStaff,
  PublicRoute,
  StaffRoute,
  permissionsOf,
  staffCookieName,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CsrfTokens } from '../csrf-tokens.js';
import { StaffAccounts, type StaffProfile } from '../data/staff-accounts.js';
import { StaffSessions } from '../data/staff-sessions.js';
import { SignInStaff } from '../sign-in-staff.js';
import {
  NewStaffSessionView,
  SignInStaffBody,
  StaffIdentityView,
  StaffSessionView,
} from './dto/staff-session.dto.js';

const DEVICE_COOKIE = 'yance_device';
const DEVICE_PATH = '/api/staff/session';
const DEVICE_SECONDS = 180 * 24 * 3600;

function toIdentity({ id, name, roles, stores }: StaffProfile): StaffIdentityView {
  return { id, name, roles: [...roles], stores: stores.map((store) => ({ ...store })) };
}

/** How staff sign in and out. */
@Controller('staff/session')
export class StaffSessionController {
  constructor(
    private readonly signInStaff: SignInStaff,
    private readonly accounts: StaffAccounts,
    private readonly sessions: StaffSessions,
    private readonly csrf: CsrfTokens,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** Answers a token; with `X-Yance-Console: 1` it sets a cookie and answers a CSRF token instead. */
  @Post()
  @PublicRoute()
  async signIn(
    @Body() body: SignInStaffBody,
    @Headers('x-yance-console') console: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewStaffSessionView> {
    const byCookie = console === '1';
    const device = request.cookies[DEVICE_COOKIE];
    const signedIn = await this.signInStaff.execute({
      ...body,
      address: request.ip,
      device,
      byCookie,
    });
    const { token, sessionId, staff } = signedIn;
    const expiresAt = toRfc3339(signedIn.expiresAt, HOME_ZONE);
    const answer = {
      expiresAt,
      staff: toIdentity(staff),
      permissions: [...permissionsOf(staff.roles)],
    };
    if (!byCookie) return { token, ...answer };
    const safe = { httpOnly: true, sameSite: 'strict', secure: this.#secure } as const;
    void reply.setCookie(staffCookieName(this.config), token, { ...safe, path: '/' });
    void reply.setCookie(DEVICE_COOKIE, signedIn.device, {
      ...safe,
      path: DEVICE_PATH,
      maxAge: DEVICE_SECONDS,
    });
    return { ...answer, csrfToken: this.csrf.of(sessionId) };
  }

  /** Who is signed in; the console asks it after a reload. */
  @Get()
  @StaffRoute('self')
  async get(@CurrentStaff() principal: StaffPrincipal): Promise<StaffSessionView> {
    const profile = await this.accounts.profile(this.database, principal.staffId);
    if (!profile) return refuse('UNAUTHENTICATED');
    const permissions = [...principal.permissions];
    return {
      staff: toIdentity(profile),
      permissions,
      csrfToken: this.csrf.of(principal.sessionId),
    };
  }

  @Delete()
  @HttpCode(204)
  @StaffRoute('self')
  async signOut(
    @CurrentStaff() staff: StaffPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.sessions.end(tx, staff.sessionId));
    void reply.clearCookie(staffCookieName(this.config), { path: '/', secure: this.#secure });
  }

  get #secure(): boolean {
    return this.config.publicOrigin.startsWith('https://');
  }
}
