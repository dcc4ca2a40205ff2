import type { ClientPackage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

export type PackageStep = 'freeze' | 'unfreeze' | 'reverse';

interface Call {
  key: string;
  body: { reason: string };
}

/** What is done to a package with nothing but a reason. @throws ApiProblem PACKAGE_FROZEN, PACKAGE_RESERVED, PACKAGE_STATE */
export function changePackage(
  packageId: string,
  step: PackageStep,
  { key, body }: Call,
): Promise<ClientPackage> {
  const options = { params: { path: { packageId } }, headers: keyHeader(key), body };
  switch (step) {
    case 'freeze':
      return answerOf(api.POST('/api/staff/packages/{packageId}/freeze', options));
    case 'unfreeze':
      return answerOf(api.POST('/api/staff/packages/{packageId}/unfreeze', options));
    case 'reverse':
      return answerOf(api.POST('/api/staff/packages/{packageId}/reverse', options));
  }
}

export const useChangePackage = (pack: ClientPackage, step: PackageStep) =>
  useWrite(
    (call: Call) => changePackage(pack.id, step, call),
    [keys.wallet(pack.customerId), keys.money],
  );
