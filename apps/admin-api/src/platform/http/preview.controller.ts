import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PublicRoute } from '../auth/index.js';
import { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { PreviewDto } from './dto/preview.dto.js';

/** Tells the H5 preview where the simulated WeChat is; a real salon has neither. */
@Controller('client/preview')
export class PreviewController {
  constructor(private readonly config: Config) {}

  @Get()
  @PublicRoute()
  read(@Req() request: FastifyRequest): PreviewDto {
    const { sandboxPort } = this.config;
    if (sandboxPort === undefined) return refuse('NOT_FOUND');
    return { sandboxOrigin: `http://${request.hostname.split(':')[0]}:${sandboxPort}` };
  }
}
