import { randomBytes } from 'node:crypto';

import type { KeyRing } from './keys/key-ring.js';
import { beijing } from './time.js';
import { seal } from './wire/aead.js';
import { PayError } from './wire/errors.js';

const ASSOCIATED = 'certificate';

/** GET /v3/certificates: each one sealed with the APIv3 key. @throws PayError when the merchant has none */
export function certificateList({ merchant }: KeyRing, available: boolean): object {
  if (!available) {
    const sentence = '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。';
    throw new PayError('RESOURCE_NOT_EXISTS', sentence);
  }
  return {
    data: merchant.certificates.map(({ serial, effectiveTime, expireTime, certificatePem }) => {
      const nonce = randomBytes(9).toString('base64url');
      return {
        serial_no: serial,
        effective_time: beijing(new Date(effectiveTime)),
        expire_time: beijing(new Date(expireTime)),
        encrypt_certificate: {
          algorithm: 'AEAD_AES_256_GCM',
          nonce,
          associated_data: ASSOCIATED,
          ciphertext: seal(certificatePem, merchant.apiV3Key, nonce, ASSOCIATED),
        },
      };
    }),
  };
}
