import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { formatYuan } from '@yance/shared-types';
import { useBill } from '@/api/bills';
import type { BillView } from '@/api/types';
import { Fact } from '@/components/line-row';
import { Money } from '@/components/money';
import { Loaded, Skeleton } from '@/components/states';
import { momentWords } from '@/features/orders/order-words';
import { toBills } from '@/features/wallet/ways';
import { useToday } from '@/lib/use-today';
import { BillAnswer } from './bill-answer';
import { BillPill } from './bill-list';
import { consentWords, tenderNote, tenderWords } from './bill-words';
import './bills.scss';

/** A bill: what was done, what it cost and why, what paid it, and the way to say that it is wrong. */
export function BillDetail({ id }: { id: string }) {
  const bill = useBill(id);
  usePullDownRefresh(() => void bill.reload().finally(() => stopPullDownRefresh()));
  return (
    <Loaded remote={bill} skeleton={<Skeleton lines={8} />} wayOut={toBills}>
      {(shown) => (
        <View className="stack">
          <Head bill={shown} />
          <Lines bill={shown} />
          <Sums bill={shown} />
          <BillAnswer bill={shown} />
        </View>
      )}
    </Loaded>
  );
}

function Head({ bill }: { bill: BillView }) {
  const today = useToday();
  const { state, storeName, date, no, paidAt, reverseReason, confirmation } = bill;
  return (
    <View className="card" id="bill-head">
      <View className="row bill-card__head">
        <View className="grow section">{storeName}</View>
        <BillPill state={state} />
      </View>
      <View className="bill-total">
        <Money fen={bill.payFen} className={state === 'reversed' ? 'bill-undone' : ''} />
      </View>
      <Fact name="单号">
        <View className="figures">
          {date} {no} 号
        </View>
      </Fact>
      {paidAt !== null && (
        <Fact name="付款">
          <View className="figures">{momentWords(paidAt, today)}</View>
        </Fact>
      )}
      {confirmation !== null && <Fact name="凭证">{consentWords(confirmation)}</Fact>}
      {state === 'reversed' && (
        <View className="alert bill-reversed">
          这张单已经冲正，扣的储值、积分、次数和券都已退回
          {reverseReason !== null && `。原因：${reverseReason}`}
        </View>
      )}
    </View>
  );
}

function Lines({ bill }: { bill: BillView }) {
  return (
    <View className="card" id="bill-lines">
      {bill.lines.map((line, place) => (
        <View key={`${line.name}${place}`} className="bill-line">
          <View className="row bill-line__head">
            <View className="grow">
              {line.name}
              {line.quantity > 1 && ` × ${line.quantity}`}
            </View>
            <Money fen={line.payFen} />
          </View>
          {line.staffNames.length > 0 && <View className="note">{line.staffNames.join('、')}</View>}
          {line.listFen > line.payFen && (
            <View className="note figures">原价 ¥{formatYuan(line.listFen)}</View>
          )}
          {line.because.map(({ kind, label, savesFen }, at) => (
            <View key={`${kind}${at}`} className="note figures bill-why">
              {label}，省 ¥{formatYuan(savesFen)}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function Sums({ bill }: { bill: BillView }) {
  const { listFen, payFen, points, sessions } = bill;
  const tenders = bill.state === 'awaiting' ? bill.proposed : bill.tenders;
  return (
    <View className="card" id="bill-sums">
      <Fact name="原价">
        <Money fen={listFen} />
      </Fact>
      {listFen > payFen && (
        <Fact name="优惠">
          <View className="figures">-¥{formatYuan(listFen - payFen)}</View>
        </Fact>
      )}
      {sessions.map(({ itemId, lineSeq, name, units }) => (
        <Fact key={`${itemId}${lineSeq}`} name="用次卡">
          {name} {units} 次
        </Fact>
      ))}
      {tenders.map((tender, place) => (
        <Fact key={`${tender.kind}${place}`} name={tenderWords(tender)}>
          <View className="figures t-bill-tender">¥{formatYuan(tender.amountFen)}</View>
          {tenderNote(tender) !== '' && <View className="note">{tenderNote(tender)}</View>}
        </Fact>
      ))}
      {points.earned > 0 && (
        <Fact name="得积分">
          <View className="figures t-bill-points">+{points.earned}</View>
        </Fact>
      )}
      {points.missing > 0 && (
        <Fact name="待补积分">
          <View className="figures">{points.missing}</View>
          <View className="note">这单的积分已经用掉，从以后所得里补</View>
        </Fact>
      )}
    </View>
  );
}
