import { api } from './api';
import { rememberMe } from './me';
import { forget } from './remote';
import type { ClientView } from './types';

/** From WeChat, by SMS, or the choice between files that share the phone ('new' makes one of the client's own). */
export type PhoneProof =
  | { code: string }
  | { phone: string; smsCode: string }
  | { proof: string; customerId: string };

/** @throws ApiProblem PHONE_SHARED when the phone stands on several files */
export async function bindPhone(proof: PhoneProof): Promise<ClientView> {
  const client = await api('post', '/api/client/phone', { body: proof });
  rememberMe(client);
  // The file that was joined may have visits of its own.
  forget('/client/appointments');
  return client;
}

/** Sends a code to a typed phone. @throws ApiProblem SMS_TOO_SOON, SMS_UNAVAILABLE */
export const sendSmsCode = (phone: string) =>
  api('post', '/api/client/sms-codes', { body: { phone } });
