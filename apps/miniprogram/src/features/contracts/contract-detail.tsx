import { View } from '@tarojs/components';
import { useReducer, useState } from 'react';
import { useContract, useSignContract } from '@/api/contracts';
import type { ContractView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { momentWords } from '@/features/orders/order-words';
import { checkWords } from '@/features/statement/statement-words';
import { ContractText } from '@/features/wallet/contract-text';
import { SignatureField, SignatureImage } from '@/features/wallet/signature-field';
import { toContracts } from '@/features/wallet/ways';
import { sentenceOf } from '@/lib/failure';
import { SignatureInk } from '@/lib/signature-ink';
import { useToday } from '@/lib/use-today';
import { ContractPill } from './contract-list';
import './contracts.scss';

/** A contract word for word, with the signature under it or the place for one. */
export function ContractDetail({ id }: { id: string }) {
  const contract = useContract(id);
  return (
    <Loaded remote={contract} skeleton={<Skeleton lines={10} />} wayOut={toContracts}>
      {(shown) => <Shown contract={shown} />}
    </Loaded>
  );
}

function Shown({ contract }: { contract: ContractView }) {
  const today = useToday();
  return (
    <View className="stack">
      <View className="card">
        <View className="row contract-card__head">
          <View className="grow section">{contract.title}</View>
          <ContractPill state={contract.state} />
        </View>
        <View className="note figures">
          {contract.planName} · {contract.storeName}
        </View>
      </View>
      <View className="card">
        <ContractText body={contract.body} />
      </View>
      {contract.state === 'unsigned' ? (
        <Sign contract={contract} />
      ) : (
        <View className="card">
          {contract.signature && <SignatureImage signature={contract.signature} />}
          {contract.slipNo !== null && <Fact name="签字单">{contract.slipNo}</Fact>}
          {contract.signedAt !== null && (
            <Fact name="签于">
              <View className="figures">{momentWords(contract.signedAt, today)}</View>
            </Fact>
          )}
        </View>
      )}
      <View className="note figures contract-check">
        协议校验码 {checkWords(contract.bodyHash)}
      </View>
    </View>
  );
}

function Sign({ contract }: { contract: ContractView }) {
  const write = useSignContract(contract.id);
  const [ink] = useState(() => new SignatureInk());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [problem, setProblem] = useState<unknown>();
  const lost = write.state.phase === 'unknown';
  const busy = write.state.phase === 'sending';
  async function sign() {
    setProblem(undefined);
    try {
      await (write.retry() ?? write.submit({ signature: ink.value() }));
    } catch (failure) {
      setProblem(failure);
    }
  }
  return (
    <View className="card stack">
      <View className="section">看过以上内容，请签名</View>
      <SignatureField ink={ink} disabled={busy || lost} onChange={redraw} />
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button
        id="contract-sign"
        disabled={!ink.isSigned && !lost}
        busy={busy}
        onTap={() => void sign()}
      >
        {lost ? '再问一次' : '同意并签名'}
      </Button>
    </View>
  );
}
