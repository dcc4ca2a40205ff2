import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Log } from '../logging/index.js';
import { OffSmsSender } from './off-sms-sender.js';
import { SandboxSmsSender } from './sandbox-sms-sender.js';
import { SmsSender } from './sms-sender.js';

@Global()
@Module({
  providers: [
    {
      provide: SmsSender,
      inject: [Config, Log],
      useFactory: (config: Config, log: Log): SmsSender =>
        config.sms.provider === 'off'
          ? new OffSmsSender()
          : new SandboxSmsSender(config.sms.origin, log),
    },
  ],
  exports: [SmsSender],
})
export class SmsModule {}
