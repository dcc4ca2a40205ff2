// Payment notifications as WeChat sends them, made in advance: sealing and signing is not what is measured.
import { createCipheriv, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { id } from './ids.mjs';
import { APPID, TOP_UP_FEN } from './top-ups.mjs';

/**
 * What both sides know of each other, as the sandbox makes it.
 * @typedef {object} Merchant
 * @property {string} mchid
 * @property {string} apiV3Key
 * @property {string} publicKeyId
 * @property {string} publicKeyPrivate  PEM; only WeChat has it
 *
 * @typedef {{ headers: Record<string, string>, body: string }} Letter
 */

/** @param {string} plain  @param {string} key  @param {string} nonce */
function seal(plain, key, nonce) {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from('transaction'));
  const sealed = [cipher.update(plain, 'utf8'), cipher.final()];
  return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64');
}

/**
 * Tells that the n-th order was paid. Good for five minutes.
 * @param {Merchant} merchant  @returns {(n: number) => Letter}
 */
export function letterWriter({ mchid, apiV3Key, publicKeyId, publicKeyPrivate }) {
  const key = createPrivateKey(publicKeyPrivate);
  return (n) => {
    const now = new Date();
    const nonce = randomBytes(9).toString('base64url');
    const transaction = {
      ...{ appid: APPID, mchid, out_trade_no: id('PO', 0, n), trade_state: 'SUCCESS' },
      ...{ trade_state_desc: '支付成功', trade_type: 'JSAPI', bank_type: 'OTHERS' },
      ...{ transaction_id: `42${String(n).padStart(26, '0')}`, success_time: now.toISOString() },
      payer: { openid: `o${n}` },
      amount: {
        ...{ total: TOP_UP_FEN, payer_total: TOP_UP_FEN, currency: 'CNY', payer_currency: 'CNY' },
      },
    };
    const body = JSON.stringify({
      ...{ id: `bench-${n}`, create_time: now.toISOString(), summary: '支付成功' },
      ...{ resource_type: 'encrypt-resource', event_type: 'TRANSACTION.SUCCESS' },
      resource: {
        ...{ original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM' },
        ...{ ciphertext: seal(JSON.stringify(transaction), apiV3Key, nonce) },
        ...{ associated_data: 'transaction', nonce },
      },
    });
    const [timestamp, once] = [
      String(Math.floor(now.getTime() / 1_000)),
      randomBytes(16).toString('hex'),
    ];
    const signature = sign('RSA-SHA256', Buffer.from(`${timestamp}\n${once}\n${body}\n`), key);
    return {
      headers: {
        'content-type': 'application/json',
        'wechatpay-timestamp': timestamp,
        'wechatpay-nonce': once,
        'wechatpay-signature': signature.toString('base64'),
        'wechatpay-serial': publicKeyId,
        'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
      },
      body,
    };
  };
}
