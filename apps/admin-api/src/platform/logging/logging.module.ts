import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Log } from './log.js';
import { NestLog } from './nest-log.js';
import { RequestLog } from './request-log.js';

@Global()
@Module({
  providers: [
    { provide: Log, inject: [Config], useFactory: (config: Config) => new Log(config.logLevel) },
    NestLog,
    RequestLog,
  ],
  exports: [Log, NestLog],
})
export class LoggingModule {}
