import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { Tender } from '../../shared/api/contract';
import { CHANNEL_WORDS, TENDER_WORDS } from './words';
import type { Limits } from './cards';
import { leftFen, pointsRow, rowOf, withPoints, type PointsOffer, type TenderRow } from './tenders';
import styles from './till.module.css';

const CHANNELS: Partial<
  Record<Tender['kind'], readonly ('wechat' | 'alipay' | 'meituan' | 'douyin')[]>
> = { paycode: ['wechat', 'alipay'], voucher: ['meituan', 'douyin'] };
const REFERENCES: Partial<Record<Tender['kind'], string>> = {
  ...{ bank_card: '刷卡凭证号', paycode: '收款单号后几位', voucher: '券码' },
};
const ONCE: readonly Tender['kind'][] = ['cash', 'stored_value', 'points', 'debt'];

interface Props {
  rows: readonly TenderRow[];
  payFen: number;
  canOwe: boolean;
  usableFen: number;
  limits: Limits;
  offer: PointsOffer | null;
  onChange: (rows: TenderRow[]) => void;
}

/** The ways of paying one below the other. Another one starts with what is still open. */
export function TenderRows(props: Props) {
  const { rows, payFen, canOwe, limits, offer, onChange } = props;
  const usableFen = Math.min(props.usableFen, limits.valueFen);
  const put = (place: number, change: Partial<TenderRow>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...change } : row)));
  const kinds = (Object.keys(TENDER_WORDS) as Tender['kind'][])
    .filter((kind) => kind !== 'debt' || (canOwe && limits.goodsFen > 0))
    .filter((kind) => kind !== 'stored_value' || usableFen > 0)
    .filter((kind) => kind !== 'points' || (offer?.worthFen ?? 0) > 0)
    .filter((kind) => !ONCE.includes(kind) || rows.every((row) => row.kind !== kind));
  const add = (kind: Tender['kind']) => {
    if (kind === 'points') return offer && onChange(withPoints(rows, payFen, offer));
    const left = leftFen(rows, payFen);
    const [only] = rows;
    // The one way that pays all is changed for another: nobody pays all twice.
    const most = kind === 'stored_value' ? usableFen : kind === 'debt' ? limits.goodsFen : payFen;
    if (left <= 0 && rows.length === 1 && only && most >= payFen)
      return onChange([{ ...rowOf(kind, payFen), amount: only.amount }]);
    const fen = Math.min(left, most);
    return onChange([...rows, rowOf(kind, Math.max(0, fen))]);
  };
  if (payFen === 0) return <p className="note">不用付款，确认后直接完成。</p>;
  return (
    <div className={styles.tenders}>
      {rows.map((row, place) => (
        <Row
          key={`${row.kind}${place}`}
          row={row}
          place={place}
          offer={offer}
          onPut={(change) => put(place, change)}
          onDrop={() => onChange(rows.filter((_, at) => at !== place))}
        />
      ))}
      <div className={styles.kinds} role="group" aria-label="付款方式">
        {kinds.map((kind) => (
          <Button key={kind} size="small" onClick={() => add(kind)} data-testid={`tender-${kind}`}>
            {TENDER_WORDS[kind]}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Row({
  row,
  place,
  offer,
  onPut,
  onDrop,
}: {
  row: TenderRow;
  place: number;
  offer: PointsOffer | null;
  onPut: (change: Partial<TenderRow>) => void;
  onDrop: () => void;
}) {
  const { kind } = row;
  const name = TENDER_WORDS[kind];
  const channels = CHANNELS[kind];
  const reference = REFERENCES[kind];
  return (
    <div className={styles.tender} data-testid={`tender-row-${place}`} data-kind={kind}>
      <span className={styles.tenderName}>{name}</span>
      {kind === 'points' && offer ? (
        <Input
          suffix={`分，抵 ¥${row.amount}`}
          inputMode="numeric"
          maxLength={9}
          value={row.points}
          onChange={({ target }) => onPut(pointsRow(target.value, offer))}
          aria-label={`用多少积分，共有 ${offer.balance} 分`}
          data-testid="tender-points-count"
        />
      ) : (
        <Input
          prefix="¥"
          inputMode="decimal"
          maxLength={12}
          value={row.amount}
          onChange={({ target }) => onPut({ amount: target.value })}
          aria-label={`${name}金额`}
          data-testid={`tender-amount-${place}`}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        onClick={onDrop}
        aria-label={`去掉${name}`}
      />
      {(kind === 'cash' || channels || reference) && (
        <div className={styles.more}>
          {kind === 'cash' && (
            <Input
              prefix="实收"
              inputMode="decimal"
              maxLength={12}
              value={row.given}
              onChange={({ target }) => onPut({ given: target.value })}
              aria-label="实收现金"
              data-testid="tender-given"
            />
          )}
          {channels && (
            <Select
              value={row.channel}
              onChange={(channel) => onPut({ channel })}
              options={channels.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
              aria-label={`${name}平台`}
            />
          )}
          {reference && (
            <Input
              value={row.reference}
              onChange={({ target }) => onPut({ reference: target.value })}
              maxLength={40}
              placeholder={reference}
              aria-label={reference}
              data-testid={`tender-reference-${place}`}
            />
          )}
        </div>
      )}
    </div>
  );
}
