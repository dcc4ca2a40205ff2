import { ScrollView, View } from '@tarojs/components';
import { formatYuan, type Fen } from '@yance/shared-types';
import { useReducer, useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Tap } from '@/components/tap';
import { sentenceOf } from '@/lib/failure';
import { SignatureInk, type Signature } from '@/lib/signature-ink';
import { ContractText } from './contract-text';
import { SignatureField } from './signature-field';
import './buy.scss';

/** A contract as it would be signed now. */
interface Contract {
  readonly textId: string;
  readonly title: string;
  readonly body: string;
  /** The store that sells it, where each has a contract of its own. */
  readonly storeId?: string;
  /** Stands for words and terms. */
  readonly offerHash?: string;
}

/** What is sold with a contract. */
interface Sold {
  readonly id: string;
  readonly priceFen: Fen;
  readonly validEverywhere: boolean;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
  readonly contract: Contract;
  /** Of each store that she may choose. */
  readonly contracts?: readonly Contract[];
}

/** What she agrees to: the body of the order. */
export interface Agreed {
  planId: string;
  contractTextId: string;
  offerHash?: string;
  storeId?: string;
  signature: Signature;
}

interface ContractOfferProps {
  plan: Sold;
  mustSign: boolean;
  /** What stands in the way beside store and signature. */
  refusal?: string;
  /** Where a signed contract is read again. */
  kept: string;
  order: { readonly problem: unknown; readonly busy: boolean; submit(body: Agreed): void };
  /** What is sold, in the words of its kind. */
  facts(storeId: string | undefined): ReactNode;
}

/** A plan with its contract, which is read and signed before it is paid. */
export function ContractOffer({ plan, mustSign, refusal, kept, order, facts }: ContractOfferProps) {
  const [picked, setPicked] = useState<string>();
  const [ink] = useState(() => new SignatureInk());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const storeId = plan.validEverywhere || plan.stores.length === 1 ? plan.stores[0]?.id : picked;
  const missing = refusal ?? missingWords(storeId !== undefined, ink.isSigned);
  const contract = plan.contracts?.find((one) => one.storeId === storeId) ?? plan.contract;
  const { textId, offerHash } = contract;
  const seller = contract.storeId ?? (plan.validEverywhere ? undefined : storeId);
  const submit = () =>
    order.submit({
      ...{ planId: plan.id, contractTextId: textId, signature: ink.value() },
      ...(seller === undefined ? {} : { storeId: seller }),
      ...(offerHash === undefined ? {} : { offerHash }),
    });
  const pick = (id: string) => {
    // Each store has a contract of its own: what was signed is not that one.
    ink.clear();
    setPicked(id);
  };
  return (
    <View className="stack">
      <View className="card">{facts(storeId)}</View>
      {!plan.validEverywhere && plan.stores.length > 1 && (
        <StoreChoice plan={plan} storeId={storeId} onPick={pick} />
      )}
      <View className="card stack">
        <View className="section">{contract.title}</View>
        <ScrollView className="contract-box t-contract-box" scrollY>
          <ContractText body={contract.body} />
        </ScrollView>
        <SignatureField key={picked} ink={ink} disabled={order.busy} onChange={redraw} />
        <View className="note">
          {mustSign ? '签名后才能付款。' : ''}
          {kept}
        </View>
      </View>
      {order.problem !== undefined && (
        <View className="alert t-buy-problem" role="alert">
          {sentenceOf(order.problem)}
        </View>
      )}
      <View className="booking-bar">
        <View className="grow note t-buy-missing">
          {missing ?? `应付 ¥${formatYuan(plan.priceFen)}`}
        </View>
        <Button
          id="buy-submit"
          className="button--inline booking-bar__button"
          disabled={missing !== undefined}
          busy={order.busy}
          onTap={submit}
        >
          同意并支付
        </Button>
      </View>
    </View>
  );
}

function missingWords(hasStore: boolean, isSigned: boolean): string | undefined {
  if (!hasStore) return '请先选择使用门店';
  return isSigned ? undefined : '看过协议后，请签名';
}

interface StoreChoiceProps {
  plan: Sold;
  storeId: string | undefined;
  onPick(storeId: string): void;
}

function StoreChoice({ plan, storeId, onPick }: StoreChoiceProps) {
  return (
    <View className="card">
      <View className="section">在哪家门店使用</View>
      <View className="reasons">
        {plan.stores.map((store) => (
          <Tap
            key={store.id}
            id={`buy-store-${store.id}`}
            className="chip"
            selected={store.id === storeId}
            onTap={() => onPick(store.id)}
          >
            {store.name}
          </Tap>
        ))}
      </View>
    </View>
  );
}
