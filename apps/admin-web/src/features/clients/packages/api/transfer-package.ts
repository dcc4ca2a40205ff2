import type { ClientPackage, PackageTransferDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

interface Call {
  key: string;
  body: PackageTransferDraft;
}

/** Hands a package on. @throws ApiProblem TRANSFER_REFUSED, MEMBER_CODE_WRONG, PASSWORD_WRONG, PACKAGE_RESERVED */
export function transferPackage(packageId: string, { key, body }: Call): Promise<ClientPackage> {
  return answerOf(
    api.POST('/api/staff/packages/{packageId}/transfer', {
      params: { path: { packageId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useTransferPackage = (packageId: string) =>
  useWrite((call: Call) => transferPackage(packageId, call), [keys.wallets]);
