import { Global, Module } from '@nestjs/common';
import { WordSeal } from '../database/index.js';
import { BlindIndex } from './blind-index.js';
import { CustomerWordSeal } from './customer-word-seal.js';
import { FieldCipher } from './field-cipher.js';
import { PlatformCipher } from './platform-cipher.js';
import { SubjectKeys } from './subject-keys.js';

@Global()
@Module({
  providers: [
    ...[SubjectKeys, FieldCipher, BlindIndex, PlatformCipher],
    { provide: WordSeal, useClass: CustomerWordSeal },
  ],
  exports: [SubjectKeys, FieldCipher, BlindIndex, PlatformCipher, WordSeal],
})
export class CryptoModule {}
