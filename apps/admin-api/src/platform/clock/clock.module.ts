import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { StoreZones } from './store-zones.js';

@Global()
@Module({})
export class ClockModule {
  static with(clock: Clock): DynamicModule {
    return {
      module: ClockModule,
      providers: [{ provide: Clock, useValue: clock }, StoreZones],
      exports: [Clock, StoreZones],
    };
  }
}
