import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  PublicRoute,
  type ClientPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { ClientView, toClientView, type CustomerSummary } from '../../customers/index.js';
import { BindPhone } from '../bind-phone.js';
import { ClientSessions } from '../data/client-sessions.js';
import { SendSmsCode } from '../send-sms-code.js';
import { SignInClient } from '../sign-in-client.js';
import {
  BindPhoneBody,
  ClientSessionView,
  SignInClientBody,
  SmsCodeBody,
  SmsCodeView,
} from './dto/client-session.dto.js';

/** How a client signs in and proves her phone. */
@Controller('client')
export class ClientSessionController {
  constructor(
    private readonly signInClient: SignInClient,
    private readonly sendSmsCode: SendSmsCode,
    private readonly bindPhone: BindPhone,
    private readonly sessions: ClientSessions,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Signs in with the code of wx.login; the first time it opens a file. */
  @Post('session')
  @PublicRoute()
  async signIn(@Body() { code }: SignInClientBody): Promise<ClientSessionView> {
    const { token, expiresAt, customer } = await this.signInClient.execute(code);
    return { token, expiresAt: toRfc3339(expiresAt, HOME_ZONE), client: toClientView(customer) };
  }

  /** Signs out on this phone. */
  @Delete('session')
  @HttpCode(204)
  @ClientRoute()
  signOut(@CurrentClient() client: ClientPrincipal): Promise<void> {
    return this.unitOfWork.run((tx) => this.sessions.end(tx, client.sessionId));
  }

  /** Sends a code to a typed phone. The answer does not tell whether we know the phone. */
  @Post('sms-codes')
  @ClientRoute()
  @RateLimit('sms-code')
  async sendCode(
    @CurrentClient() client: ClientPrincipal,
    @Body() { phone }: SmsCodeBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<SmsCodeView> {
    const { expiresAt, resendAt } = await this.sendSmsCode.execute(client, phone, call);
    const wait = Math.ceil((resendAt.getTime() - this.clock.now().getTime()) / 1000);
    return { expiresAt: toRfc3339(expiresAt, HOME_ZONE), resendAfterSeconds: Math.max(0, wait) };
  }

  /** Proves a phone and joins the file that has it. */
  @Post('phone')
  @HttpCode(200)
  @ClientRoute()
  async bind(
    @CurrentClient() client: ClientPrincipal,
    @Body() body: BindPhoneBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<ClientView> {
    return toClientView(await this.#bind(client, body, call));
  }

  #bind(
    client: ClientPrincipal,
    body: BindPhoneBody,
    call: IdempotentCall,
  ): Promise<CustomerSummary> {
    const { code, phone, smsCode, proof, customerId } = body;
    if (code !== undefined) return this.bindPhone.byWechat(client, code, call);
    if (proof !== undefined) {
      if (customerId === undefined) return refuseField('customerId', '请选择您的档案');
      return this.bindPhone.byProof(client, proof, customerId, call);
    }
    if (phone === undefined) return refuseField('phone', '请填写手机号');
    if (smsCode === undefined) return refuseField('smsCode', '请填写验证码');
    return this.bindPhone.bySms(client, phone, smsCode, call);
  }
}
