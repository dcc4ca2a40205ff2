import { Module } from '@nestjs/common';
import { StreamController } from './http/stream.controller.js';
import { LiveFeed } from './live-feed.js';
import { LiveStreams } from './live-streams.js';

/** Needs SessionReader to be provided globally. */
@Module({
  controllers: [StreamController],
  providers: [LiveFeed, LiveStreams],
  exports: [LiveFeed],
})
export class LiveModule {}
