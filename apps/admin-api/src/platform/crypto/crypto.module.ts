import { Global, Module } from '@nestjs/common';
import { BlindIndex } from './blind-index.js';
import { FieldCipher } from './field-cipher.js';
import { SubjectKeys } from './subject-keys.js';

@Global()
@Module({
  providers: [SubjectKeys, FieldCipher, BlindIndex],
  exports: [SubjectKeys, FieldCipher, BlindIndex],
})
export class CryptoModule {}
