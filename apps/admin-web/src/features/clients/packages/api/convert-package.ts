import type { ClientPackage, PackageConversionDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

interface Call {
  key: string;
  body: PackageConversionDraft;
}

/** Puts what is left into a new package. @throws ApiProblem INVALID_INPUT, PACKAGE_RESERVED, PACKAGE_FROZEN */
export function convertPackage(packageId: string, { key, body }: Call): Promise<ClientPackage> {
  return answerOf(
    api.POST('/api/staff/packages/{packageId}/convert', {
      params: { path: { packageId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useConvertPackage = (packageId: string) =>
  useWrite((call: Call) => convertPackage(packageId, call), [keys.wallets, keys.money]);
