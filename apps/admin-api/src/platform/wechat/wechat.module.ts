import { Global, Module } from '@nestjs/common';
import { WechatPlatform } from './wechat-platform.js';

@Global()
@Module({ providers: [WechatPlatform], exports: [WechatPlatform] })
export class WechatModule {}
