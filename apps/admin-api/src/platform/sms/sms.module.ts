import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Log } from '../logging/index.js';
import { LogSmsSender } from './log-sms-sender.js';
import { OffSmsSender } from './off-sms-sender.js';
import { SandboxSmsSender } from './sandbox-sms-sender.js';
import { SmsSender } from './sms-sender.js';

@Global()
@Module({
  providers: [
    {
      provide: SmsSender,
      inject: [Config, Log],
      useFactory: async ({ sms }: Config, log: Log): Promise<SmsSender> => {
        switch (sms.provider) {
          case 'off':
            return new OffSmsSender();
          case 'log':
            return new LogSmsSender(log);
          case 'sandbox':
            return new SandboxSmsSender(sms.origin, log);
          case 'tencent': {
            // Half a second of loading that only those wait for who send by it.
            const { TencentSmsSender } = await import('./tencent-sms-sender.js');
            return new TencentSmsSender(sms.tencent, log);
          }
        }
      },
    },
  ],
  exports: [SmsSender],
})
export class SmsModule {}
