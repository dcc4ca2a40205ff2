import { Checkbox, Input } from 'antd';
import type { ClientImport } from '../../shared/api/contract';
import { moneyLabel } from '../../shared/format/money';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import styles from './import.module.css';

/** What stands on paper of the value that a file brings along. */
export interface Protocol {
  readonly protocolNo: string;
  readonly validEverywhere: boolean;
}

/** Asks for the protocol of opening balances. */
export function OpeningPart({
  value,
  onChange,
}: {
  value: Protocol;
  onChange: (value: Protocol) => void;
}) {
  return (
    <Card title="储值余额">
      <div className={styles.choice}>
        <Input
          className={styles.protocol}
          value={value.protocolNo}
          onChange={({ target }) => onChange({ ...value, protocolNo: target.value.trim() })}
          maxLength={30}
          placeholder="期初协议编号"
          aria-label="期初协议编号"
          data-testid="import-protocol"
        />
        <Checkbox
          checked={value.validEverywhere}
          onChange={({ target }) => onChange({ ...value, validEverywhere: target.checked })}
        >
          所有门店都能用
        </Checkbox>
      </div>
      <p className="note">
        余额按双方签字的期初协议记入账本，一份协议只能用一次。没有购买日期的，按建档日期。
      </p>
    </Card>
  );
}

/** How much comes along, or came. */
export function OpeningSum({ opening }: Pick<ClientImport, 'opening'>) {
  if (!opening || opening.rows === 0) return null;
  return (
    <Notice tone="quiet" testId="import-opening">
      按协议 <span data-code>{opening.protocolNo}</span> 带入 {opening.rows} 位的储值：本金{' '}
      {moneyLabel(opening.principalFen)}，赠金 {moneyLabel(opening.bonusFen)}
      （跳过的行不带入）。
    </Notice>
  );
}
