import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { CardContract } from '../data/contracts.js';
import type { Signature } from '../signatures.js';
import type { ContractDto, ContractLineDto } from './dto/contract.dto.js';
import type { StoresById } from './present-wallet.js';

export function presentContractLine(contract: CardContract, stores: StoresById): ContractLineDto {
  const store = stores.get(contract.storeId);
  const zone = store?.timeZone ?? HOME_ZONE;
  return {
    ...{ id: contract.id, title: contract.title, state: contract.state },
    ...{ storeName: store?.name ?? '', planName: contract.planName },
    ...{ priceFen: contract.priceFen, bonusFen: contract.bonusFen },
    createdAt: toRfc3339(contract.createdAt, zone),
    signedAt: contract.signedAt && toRfc3339(contract.signedAt, zone),
  };
}

/** @param signature as it was drawn; null for one that was not signed on the phone */
export function presentContract(
  contract: CardContract,
  stores: StoresById,
  signature: Signature | null,
): ContractDto {
  return {
    ...presentContractLine(contract, stores),
    ...{ body: contract.body, bodyHash: contract.bodyHash.toString('hex') },
    ...{ listPriceFen: contract.listPriceFen, refundTerms: contract.refundTerms },
    signature: signature && {
      ...{ width: signature.width, height: signature.height },
      strokes: signature.strokes.map((stroke) => [...stroke]),
    },
    slipNo: contract.slipNo,
  };
}
