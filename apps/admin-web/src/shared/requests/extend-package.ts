import type { ClientPackage } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';

interface Call {
  key: string;
  body: { expiresOn: string; reason: string };
}

/** Gives a package more time. @throws ApiProblem INVALID_INPUT for a date that is not later, PACKAGE_FROZEN */
export function extendPackage(packageId: string, { key, body }: Call): Promise<ClientPackage> {
  return answerOf(
    api.POST('/api/staff/packages/{packageId}/extend', {
      params: { path: { packageId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useExtendPackage = (packageId: string) =>
  useWrite((call: Call) => extendPackage(packageId, call), [keys.wallets]);
