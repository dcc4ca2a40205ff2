import { createCipheriv } from 'node:crypto';

/** AEAD_AES_256_GCM as WeChat Pay writes it: base64 of the ciphertext with the 16 bytes of the tag behind it. */
export function seal(plain: string, apiV3Key: string, nonce: string, associated: string): string {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([body, cipher.getAuthTag()]).toString('base64');
}
