import { Global, Module } from '@nestjs/common';
import { BlindIndex } from './blind-index.js';
import { FieldCipher } from './field-cipher.js';
import { PlatformCipher } from './platform-cipher.js';
import { SubjectKeys } from './subject-keys.js';

@Global()
@Module({
  providers: [SubjectKeys, FieldCipher, BlindIndex, PlatformCipher],
  exports: [SubjectKeys, FieldCipher, BlindIndex, PlatformCipher],
})
export class CryptoModule {}
