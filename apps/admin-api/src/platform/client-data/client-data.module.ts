import { Global, Module } from '@nestjs/common';
import { ClientDataHandlers } from './client-data-handlers.js';

@Global()
@Module({ providers: [ClientDataHandlers], exports: [ClientDataHandlers] })
export class ClientDataModule {}
