import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { UnitOfWork } from './unit-of-work.js';

/** Connections, transactions and reads for every module; entities register themselves with forFeature. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions({ url: config.databaseUrl, poolSize: config.databasePoolSize }),
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, UnitOfWork],
  exports: [Database, UnitOfWork],
})
export class DatabaseModule {}
