import { Global, Module } from '@nestjs/common';
import { WechatPay } from './pay/index.js';
import { WechatPlatform } from './wechat-platform.js';

@Global()
@Module({ providers: [WechatPlatform, WechatPay], exports: [WechatPlatform, WechatPay] })
export class WechatModule {}
