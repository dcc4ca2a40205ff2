import { Controller, Post, Req, Res, type RawBodyRequest } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute } from '../../../platform/auth/index.js';
import { Log } from '../../../platform/logging/index.js';
import { NoRateLimit } from '../../../platform/rate-limit/index.js';
import { PayMessageRefused } from '../../../platform/wechat/index.js';
import { ReceiveNotification } from '../receive-notification.js';

/** WeChat repeats what was not answered with 200 or 204, and reads no problem documents. */
const FAILED = { code: 'FAIL', message: '失败' };

/** Where WeChat Pay tells of payments and refunds. Whoever calls is known by the signature alone. */
@Controller('wechat')
export class PayNotifyController {
  constructor(
    private readonly receive: ReceiveNotification,
    private readonly log: Log,
  ) {}

  @Post('pay/notify')
  @PublicRoute()
  @NoRateLimit()
  paid(@Req() request: RawBodyRequest<FastifyRequest>, @Res() reply: FastifyReply): Promise<void> {
    return this.#answer(request, reply);
  }

  @Post('refund/notify')
  @PublicRoute()
  @NoRateLimit()
  refunded(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#answer(request, reply);
  }

  async #answer(request: RawBodyRequest<FastifyRequest>, reply: FastifyReply): Promise<void> {
    const status = await this.#take(request);
    await (status === 204 ? reply.status(204).send() : reply.status(status).send(FAILED));
  }

  async #take(request: RawBodyRequest<FastifyRequest>): Promise<204 | 400 | 401 | 500> {
    try {
      const body = request.rawBody ?? Buffer.alloc(0);
      const state = await this.receive.execute(request.headers, body);
      return state === 'refused' ? 400 : state === 'received' ? 500 : 204;
    } catch (error) {
      if (error instanceof PayMessageRefused) {
        this.log.warn('a payment notification is not WeChat’s', { flaw: error.flaw });
        return 401;
      }
      return 500;
    }
  }
}
