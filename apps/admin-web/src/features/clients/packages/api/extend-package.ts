import type { ClientPackage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

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
