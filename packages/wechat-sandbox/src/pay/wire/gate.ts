import type { FastifyRequest } from 'fastify';

import type { Clock } from '../../clock.js';
import { bodyText } from '../../http/raw-body.js';
import type { KeyRing } from '../keys/key-ring.js';
import { readAuthorization, requestMessage, type Authorization } from './authorization.js';
import { PayError } from './errors.js';

const SKEW_SECONDS = 300;

/** Lets a request of the merchant in. @throws PayError what is wrong with it, the signature first */
export function checkRequest(request: FastifyRequest, keys: KeyRing, clock: Clock): void {
  const { headers } = request;
  if (!headers['user-agent'] || !headers.accept) {
    throw new PayError('INVALID_REQUEST', 'Http头缺少Accept或User-Agent');
  }
  if (!/application\/json|\*\/\*/.test(headers.accept)) {
    throw new PayError('INVALID_REQUEST', 'Http头Accept须包含application/json');
  }
  const authorization = readAuthorization(headers.authorization);
  if (authorization === undefined) {
    throw signError(
      'authorization',
      'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
    );
  }
  checkCaller(authorization, keys, clock);
  const message = requestMessage(
    request.method,
    request.raw.url ?? '',
    authorization,
    bodyText(request),
  );
  if (!keys.isFromMerchant(message, authorization.signature)) {
    throw signError('signature', '签名错误，请检查后再试', {
      method: request.method,
      url: request.raw.url ?? '',
      truncated_sign_message: message.slice(0, 1_024),
      sign_message_length: Buffer.byteLength(message),
    });
  }
  const json = /^application\/json/.test(headers['content-type'] ?? '');
  if (request.method === 'POST' && !json) {
    throw new PayError('INVALID_REQUEST', 'Http头Content-Type须为application/json');
  }
}

function checkCaller(authorization: Authorization, keys: KeyRing, clock: Clock): void {
  const { mchid, merchantSerial } = keys.merchant;
  if (authorization.mchid !== mchid) throw signError('mchid', '商户号不存在或与证书不匹配');
  if (authorization.serial_no !== merchantSerial) {
    throw signError('serial_no', '商户证书序列号有误，请使用签名私钥匹配的证书序列号');
  }
  const now = clock.now().getTime() / 1000;
  const { timestamp } = authorization;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > SKEW_SECONDS) {
    throw signError('timestamp', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  }
}

function signError(field: string, message: string, sign_information?: object): PayError {
  const detail = { field, issue: 'sign not match', location: 'authorization' };
  return new PayError('SIGN_ERROR', message, {
    ...detail,
    ...(sign_information === undefined ? {} : { sign_information }),
  });
}
