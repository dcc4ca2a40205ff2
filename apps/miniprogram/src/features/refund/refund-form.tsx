import { Textarea, View } from '@tarojs/components';
import { formatYuan, type RefundCause } from '@yance/shared-types';
import { useState } from 'react';
import type { RefundBody } from '@/api/refunds';
import type { RefundQuote, RefundView } from '@/api/types';
import type { IdempotentWriteHook } from '@/api/use-idempotent-write';
import { Button } from '@/components/button';
import { Money } from '@/components/money';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { sentenceOf } from '@/lib/failure';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { coolingOffWords, isReason, lotFen, lotWords } from './refund-words';

const MOST_SIGNS = 200;

interface RefundFormProps {
  quote: RefundQuote;
  write: IdempotentWriteHook<RefundBody, RefundView>;
  /** What was shown does not hold any more. */
  onStale(): void;
  kept: {
    readonly what: string;
    /** Where it would show up. */
    readonly where: string;
    /** What happens between asking and the decision. */
    readonly held: string;
  };
}

/** The three grounds of the law with what each gives back; the client chooses one and says why. */
export function RefundForm({ quote, write, onStale, kept }: RefundFormProps) {
  const ask = useAsk(write, onStale);
  const [cause, setCause] = useState<RefundCause>();
  const [reason, setReason] = useState('');
  const basis = quote.bases.find((one) => one.cause === cause);
  if (ask.write.state.phase === 'unknown') {
    return (
      <Unsettled
        what={kept.what}
        where={kept.where}
        busy={false}
        onRetry={ask.retry}
        onAbandon={ask.write.abandon}
      />
    );
  }
  return (
    <View className="stack">
      <View className="section">为什么退</View>
      {quote.bases.map((one) => (
        <Tap
          key={one.cause}
          id={`basis-${one.cause}`}
          className="card basis"
          label={`${one.name}，可退 ${formatYuan(one.amountFen)} 元`}
          selected={one.cause === cause}
          disabled={!one.available}
          onTap={() => setCause(one.cause)}
        >
          <View className="row">
            <View className="grow section">{one.name}</View>
            {one.available ? (
              <Money fen={one.amountFen} className={`basis__sum t-basis-${one.cause}`} />
            ) : (
              <View className="note">不适用</View>
            )}
          </View>
          <View className="note">{one.rule}</View>
        </Tap>
      ))}
      {cause && <Lots quote={quote} cause={cause} />}
      <View className="card stack">
        <View className="section">说明</View>
        <Textarea
          className="note-field t-refund-reason"
          value={reason}
          maxlength={MOST_SIGNS}
          placeholder="例如：要搬到外地，用不到了"
          placeholderClass="note-field__hint"
          onInput={({ detail }) => setReason(detail.value)}
        />
        <View className="note">{kept.held}</View>
      </View>
      {ask.problem !== undefined && (
        <View className="alert t-refund-problem" role="alert">
          {sentenceOf(ask.problem)}
        </View>
      )}
      <Button
        id="refund-submit"
        disabled={!quote.possible || !basis?.available || !isReason(reason)}
        busy={ask.write.state.phase === 'sending'}
        onTap={() =>
          basis &&
          ask.submit({ cause: basis.cause, amountFen: basis.amountFen, reason: reason.trim() })
        }
      >
        {basis ? `申请退回 ¥${formatYuan(basis.amountFen)}` : '请先选择原因'}
      </Button>
    </View>
  );
}

function Lots({ quote, cause }: { quote: RefundQuote; cause: RefundCause }) {
  const today = useToday();
  return (
    <View className="card">
      <View className="section">怎么算的</View>
      {quote.lots.map((lot) => (
        <View key={lot.lotId} className="refund-line">
          <View className="row">
            <View className="grow">{lot.title}</View>
            <Money fen={lotFen(lot, cause)} />
          </View>
          <View className="note figures">
            {monthDay(lot.paidOn, today)} · {lot.storeName}
          </View>
          <View className="note figures">{lotWords(lot)}</View>
          <View className="note figures">{coolingOffWords(lot, today)}</View>
          <View className="note">{lot.refundTerms}</View>
        </View>
      ))}
    </View>
  );
}

function useAsk(write: IdempotentWriteHook<RefundBody, RefundView>, onStale: () => void) {
  const [problem, setProblem] = useState<unknown>();
  async function settle(answer: Promise<RefundView> | undefined) {
    setProblem(undefined);
    try {
      await answer;
    } catch (failure) {
      setProblem(failure);
      onStale();
    }
  }
  return {
    write,
    problem,
    submit: (body: RefundBody) => void settle(write.submit(body)),
    retry: () => void settle(write.retry()),
  };
}
