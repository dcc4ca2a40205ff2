import type { PackageRefund, PackageRefundDraft } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';

interface Call {
  key: string;
  body: PackageRefundDraft;
}

/** Asks for a package's refund; somebody else decides. @throws ApiProblem PACKAGE_RESERVED, REFUND_OPEN, REFUND_CHANGED */
export function requestPackageRefund(
  packageId: string,
  { key, body }: Call,
): Promise<PackageRefund> {
  return answerOf(
    api.POST('/api/staff/packages/{packageId}/refunds', {
      params: { path: { packageId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useRequestPackageRefund = (packageId: string) =>
  useWrite((call: Call) => requestPackageRefund(packageId, call), [keys.wallets, keys.money]);
