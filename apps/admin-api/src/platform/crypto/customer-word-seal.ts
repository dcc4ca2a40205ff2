import { Injectable } from '@nestjs/common';
import { WordSeal, type Reader, type Words } from '../database/index.js';
import { FieldCipher } from './field-cipher.js';
import { PlatformCipher } from './platform-cipher.js';
import { SubjectKeyMissing } from './subject-keys.js';

const FIELD = 'words';
const ID_BYTES = 26;
/** Stands where an id would, for words that are about no client. */
const NOBODY = '-'.repeat(ID_BYTES);
/** What is read where a client's key was destroyed: books outlive her words. */
export const ERASED_WORDS = '（已随顾客资料删除）';

/**
 * Words under the key of the client whom they are about; those about nobody under one of the platform. The sealed bytes
 * begin with her id, so a row that lives on after files were joined, or may never be changed, still says whose key it needs.
 */
@Injectable()
export class CustomerWordSeal extends WordSeal {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly platform: PlatformCipher,
  ) {
    super();
  }

  /** @throws SubjectKeyMissing */
  async seal(reader: Reader, { customerId, text }: Words): Promise<Buffer> {
    const sealed =
      customerId === null
        ? this.platform.encrypt([FIELD], text)
        : await this.cipher.encrypt(reader, customerId, FIELD, text);
    return Buffer.concat([Buffer.from(customerId ?? NOBODY, 'ascii'), sealed]);
  }

  async open(reader: Reader, sealed: readonly Buffer[]): Promise<string[]> {
    const parts = sealed.map((bytes) => ({
      id: bytes.toString('ascii', 0, ID_BYTES),
      sealed: bytes.subarray(ID_BYTES),
    }));
    await this.cipher.prepare(
      reader,
      parts.flatMap(({ id }) => (id === NOBODY ? [] : [id])),
    );
    const texts: string[] = [];
    for (const part of parts)
      texts.push(
        part.id === NOBODY
          ? this.platform.decrypt([FIELD], part.sealed)
          : await this.#ofCustomer(reader, part.id, part.sealed),
      );
    return texts;
  }

  async #ofCustomer(reader: Reader, id: string, sealed: Buffer): Promise<string> {
    try {
      return await this.cipher.decrypt(reader, id, FIELD, sealed);
    } catch (error) {
      if (error instanceof SubjectKeyMissing) return ERASED_WORDS;
      throw error;
    }
  }
}
