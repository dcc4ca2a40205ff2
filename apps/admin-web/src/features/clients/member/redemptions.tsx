import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { REDEMPTION_STATE_WORDS, type RedemptionState } from '@yance/shared-types';
import type { CareOverrideWish, PointsRedemption } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { CareWayOn } from '../../../shared/care/care-way-on';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Notice, ToneTag, type Tone } from '../../../shared/ui/amount';
import { Empty } from '../../../shared/ui/states';
import { useHandOver } from './api/member';
import styles from './member.module.css';

const TONES: Readonly<Record<RedemptionState, Tone>> = {
  waiting: 'amber',
  handed_over: 'leaf',
  cancelled: 'quiet',
};

interface Props {
  clientId: string;
  redemptions: readonly PointsRedemption[];
}

/** What points bought, and what is handed over by its code. */
export function Redemptions({ clientId, redemptions }: Props) {
  const { may } = useDesk();
  if (redemptions.length === 0) return <Empty title="还没有兑换过" />;
  return (
    <ul className={styles.list} data-testid="member-redemptions">
      {redemptions.map((one) => (
        <li key={one.id}>
          <span>
            {one.name}
            <span className={`note tabular ${styles.under}`}>
              {one.points} 分 · {one.storeName} · {momentLabel(one.at)}
            </span>
          </span>
          <span className={styles.end}>
            {one.state === 'waiting' && may('wallet.spend') && (
              <HandOver clientId={clientId} id={one.id} />
            )}
            <ToneTag tone={TONES[one.state]}>
              {one.couponId === null ? REDEMPTION_STATE_WORDS[one.state] : '已发券'}
            </ToneTag>
          </span>
        </li>
      ))}
    </ul>
  );
}

function HandOver({ clientId, id }: { clientId: string; id: string }) {
  const { message } = App.useApp();
  const [code, setCode] = useState('');
  const { write, error, isPending } = useHandOver(clientId, id);
  const pickUpCode = code.replaceAll(' ', '');
  const hand = (override?: CareOverrideWish) =>
    write(
      { pickUpCode, ...(override && { override }) },
      { done: () => void message.success('已核销，请把礼品交给顾客') },
    );
  return (
    <>
      <Input
        aria-label="领取码"
        placeholder="8 位领取码"
        inputMode="numeric"
        maxLength={9}
        value={code}
        onChange={({ target }) => setCode(target.value)}
        className={styles.code}
        data-testid={`hand-over-code-${id}`}
      />
      <Button
        size="small"
        type="primary"
        loading={isPending}
        disabled={!/^\d{8}$/.test(pickUpCode)}
        onClick={() => hand()}
        data-testid={`hand-over-${id}`}
      >
        核销
      </Button>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <CareWayOn error={error} clientId={clientId} isPending={isPending} onAgreed={hand} />
    </>
  );
}
