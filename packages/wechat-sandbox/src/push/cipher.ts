import { createCipheriv, randomBytes } from 'node:crypto';

/** WeChat pads to 32 bytes, not to the cipher's own block of 16. */
const PAD_TO = 32;

/**
 * Encrypts a pushed message: base64(AES-256-CBC(random16 + length4 + message + appid)), the key
 * being the EncodingAESKey and the vector its first half.
 * @param random 16 characters; a test of the official vector brings its own
 */
export function encryptMessage(
  message: string,
  appid: string,
  encodingAesKey: string,
  random: Buffer = Buffer.from(randomBytes(8).toString('hex')),
): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(appid)]);
  const missing = PAD_TO - (plain.length % PAD_TO);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(missing, missing)),
    cipher.final(),
  ]).toString('base64');
}
