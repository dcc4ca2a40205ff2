import { DeleteOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import type { Bill, BillLine, BillLineDraft } from '../../shared/api/contract';
import { useStaff } from '../../shared/requests/list-staff';
import { Amount } from '../../shared/ui/amount';
import { Empty } from '../../shared/ui/states';
import { draftOf, evenShares } from './bill-draft';
import { KIND_WORDS, isCard } from './cards';
import styles from './till.module.css';

interface Props {
  bill: Bill;
  isBusy: boolean;
  onChange: (lines: BillLineDraft[]) => void;
  onDiscount: (line: BillLine) => void;
}

/** What is on the bill, who did it, and what each line costs and why. */
export function BillLines({ bill, isBusy, onChange, onDiscount }: Props) {
  const { lines } = bill;
  if (lines.length === 0)
    return <Empty title="还没有项目" hint="在下面输入项目、产品或卡项的名字，回车加上。" />;
  const put = (seq: number, change: Partial<BillLineDraft>) =>
    onChange(lines.map((line) => ({ ...draftOf(line), ...(line.seq === seq ? change : {}) })));
  return (
    <ul className={styles.lines} data-testid="bill-lines">
      {lines.map((line) => (
        <Line
          key={line.seq}
          {...{ bill, line, isBusy, onDiscount }}
          onPut={(change) => put(line.seq, change)}
          onDrop={() => onChange(lines.filter((one) => one.seq !== line.seq).map(draftOf))}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  bill: Bill;
  line: BillLine;
  isBusy: boolean;
  onPut: (change: Partial<BillLineDraft>) => void;
  onDrop: () => void;
  onDiscount: (line: BillLine) => void;
}

function Line({ bill, line, isBusy, onPut, onDrop, onDiscount }: LineProps) {
  return (
    <li className={styles.line} data-testid={`bill-line-${line.seq}`}>
      <div className={styles.what}>
        <strong>{line.name}</strong>
        {isCard(line) && <span className="note">{KIND_WORDS[line.kind]}</span>}
        <Why line={line} />
      </div>
      <Doers bill={bill} line={line} isBusy={isBusy} onPut={onPut} />
      <InputNumber
        className={styles.quantity}
        min={1}
        max={99}
        precision={0}
        value={line.quantity}
        disabled={isBusy || isCard(line)}
        onChange={(quantity) => quantity && onPut({ quantity })}
        aria-label={`${line.name}的数量`}
        data-testid={`line-quantity-${line.seq}`}
      />
      <span className={styles.price}>
        {line.payFen < line.listFen && (
          <s className="note tabular">
            <Amount fen={line.listFen} />
          </s>
        )}
        <Amount fen={line.payFen} strong testId={`line-pay-${line.seq}`} />
      </span>
      <span className={styles.acts}>
        <Button
          size="small"
          disabled={isBusy || line.priceFen === 0 || isCard(line)}
          onClick={() => onDiscount(line)}
          data-testid={`line-discount-${line.seq}`}
        >
          减价
        </Button>
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          disabled={isBusy}
          onClick={onDrop}
          aria-label={`去掉${line.name}`}
          data-testid={`line-drop-${line.seq}`}
        />
      </span>
    </li>
  );
}

/** Why a line costs what it costs, in a few words. */
export function Why({ line }: { line: Pick<BillLine, 'because' | 'discount'> }) {
  const words = line.because.map(({ label }) => label);
  if (line.discount)
    words.push(
      line.discount.kind === 'complimentary'
        ? `赠送（${line.discount.reason}）`
        : `手工优惠（${line.discount.reason}）`,
    );
  return words.length === 0 ? null : <span className="note">{words.join(' · ')}</span>;
}

function Doers({ bill, line, isBusy, onPut }: Omit<LineProps, 'onDrop' | 'onDiscount'>) {
  const staff = useStaff(bill.storeId);
  const named = new Map(line.staff.map(({ staffId, name }) => [staffId, name]));
  const options = (staff.data ?? []).map(({ id, displayName }) => ({
    value: id,
    label: displayName,
  }));
  // Somebody who left since is still who did it.
  for (const [value, label] of named)
    if (!options.some((option) => option.value === value)) options.push({ value, label });
  const share = line.staff.length > 1 ? '，平均分成' : '';
  return (
    <Select
      className={styles.doers}
      mode="multiple"
      maxCount={8}
      value={line.staff.map(({ staffId }) => staffId)}
      options={options}
      optionFilterProp="label"
      disabled={isBusy}
      onChange={(ids: string[]) => {
        if (ids.length > 0 || line.kind !== 'service') onPut({ staff: evenShares(ids) });
      }}
      placeholder={line.kind === 'service' ? '谁做的' : '谁卖的（可不填）'}
      aria-label={`${line.name}由谁做${share}`}
      data-testid={`line-staff-${line.seq}`}
    />
  );
}
