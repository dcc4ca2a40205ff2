import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';

/** What a client does not tolerate, and what that means for services and products. */
@Module({ imports: [CustomersModule] })
export class CareHealthModule {}
