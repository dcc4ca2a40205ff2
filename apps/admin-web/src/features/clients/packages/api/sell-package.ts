import type { ClientPackage, PackageSaleDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Sells a package at the desk. @throws ApiProblem PACKAGE_PLAN_NOT_ON_SALE, INVALID_INPUT, BALANCE_TOO_LOW */
export function sellPackage(
  id: string,
  { key, body }: { key: string; body: PackageSaleDraft },
): Promise<ClientPackage> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/packages', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useSellPackage = (id: string) =>
  useWrite(
    (call: { key: string; body: PackageSaleDraft }) => sellPackage(id, call),
    [keys.wallet(id), keys.money],
  );
