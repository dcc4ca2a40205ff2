import { View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useState } from 'react';
import { useConfirmBill, useDisputeBill } from '@/api/bills';
import type { BillView } from '@/api/types';
import { Button } from '@/components/button';
import { DisputeForm } from '@/components/dispute-form';
import { sentenceOf } from '@/lib/failure';
import '@/features/booking/booking.scss';
import './bills.scss';

/** What she says of a bill: yes to what the desk proposes, or later that it was not so. */
export function BillAnswer({ bill }: { bill: BillView }) {
  if (bill.state === 'awaiting') return <Confirm bill={bill} />;
  const { confirmation } = bill;
  if (confirmation === null) return null;
  if (confirmation.settled !== null) return <Answered {...confirmation.settled} />;
  if (confirmation.disputedAt !== null) {
    return <View className="alert t-disputed">您已提出异议，门店会核对后联系您。</View>;
  }
  if (bill.state !== 'paid') return null;
  return <Dispute billId={bill.id} />;
}

/** What the salon answered to what she said of it. */
function Answered({ words, byName }: { words: string; byName: string }) {
  return (
    <View className="stack t-settled">
      <View>
        您提出的异议，{byName}答复：{words}
      </View>
      <View className="note">还有疑问，请直接联系门店。</View>
    </View>
  );
}

function Confirm({ bill }: { bill: BillView }) {
  const confirm = useConfirmBill(bill.id);
  const [problem, setProblem] = useState<unknown>();
  async function send() {
    setProblem(undefined);
    try {
      await (confirm.retry() ?? confirm.submit({ version: bill.version }));
    } catch (failure) {
      setProblem(failure);
    }
  }
  return (
    <View className="stack">
      <Problem of={problem} />
      <Button id="bill-confirm" busy={confirm.state.phase === 'sending'} onTap={() => void send()}>
        确认付款 ¥{formatYuan(bill.payFen)}
      </Button>
      <View className="note bill-foot">点了就按上面的方式付好；不对的话，请直接告诉前台。</View>
    </View>
  );
}

function Dispute({ billId }: { billId: string }) {
  const write = useDisputeBill(billId);
  return <DisputeForm write={write} openId="bill-dispute" sendId="bill-dispute-send" />;
}

function Problem({ of: problem }: { of: unknown }) {
  if (problem === undefined) return null;
  return (
    <View className="alert" role="alert">
      {sentenceOf(problem)}
    </View>
  );
}
