import { X509Certificate } from 'node:crypto';
import type { PlatformCertificate } from './pay-key-ring.js';
import { membersOf, text } from './pay-facts.js';
import type { PayCredentials } from './pay-secrets.js';
import { openResource } from './pay-signature.js';
import type { PayTransport } from './pay-transport.js';
import type { SigningClient } from './signing-client.js';

const URL = 'https://api.mch.weixin.qq.com/v3/certificates';

/**
 * WeChat's platform certificates, for merchants who have them. The answer is signed by one of the certificates that it
 * brings; what proves it is that each opens with the APIv3 key, which nobody but WeChat and the merchant has.
 * @throws PayRefused 404 for a merchant who uses public keys only, PayOutcomeUnknown, PayMessageRefused
 */
export async function fetchPlatformCertificates(
  transport: PayTransport,
  client: SigningClient,
  { apiV3Keys }: PayCredentials,
): Promise<PlatformCertificate[]> {
  const { body } = await transport.unverified(URL, client.headersFor(URL));
  const { data } = membersOf(JSON.parse(body.toString('utf8')), 'answer');
  return (Array.isArray(data) ? data : []).map((item) => {
    const from = membersOf(item, 'certificate');
    const pem = openResource(membersOf(from['encrypt_certificate'], 'certificate'), apiV3Keys);
    const certificate = new X509Certificate(pem);
    return {
      serial: text(from, 'serial_no').toUpperCase(),
      key: certificate.publicKey,
      from: new Date(text(from, 'effective_time')),
      until: new Date(text(from, 'expire_time')),
    };
  });
}
