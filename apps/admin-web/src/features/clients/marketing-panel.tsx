import { Button, Switch } from 'antd';
import { useState } from 'react';
import type { ClientMarketing } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { inOffset, momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useMarketingChoice, useNoteMarketingChoice } from './api/marketing-choice';
import styles from './clients.module.css';

type Said = Pick<ClientMarketing, 'optedOut' | 'sms' | 'calls'>;

/** What a client wants to hear of, as she said, and each time she said so. */
export function MarketingPanel({ clientId }: { clientId: string }) {
  const choice = useMarketingChoice(clientId);
  return (
    <Card title="营销意愿">
      <Loaded query={choice} rows={3}>
        {(said) => <Choice clientId={clientId} choice={said} />}
      </Loaded>
    </Card>
  );
}

function Choice({ clientId, choice }: { clientId: string; choice: ClientMarketing }) {
  const { may } = useDesk();
  const { write, error, isPending } = useNoteMarketingChoice(clientId);
  const { optedOut, sms, calls, version } = choice;
  const note = (change: Partial<Said>) => {
    const wish = { optedOut, sms, calls, ...change };
    write(wish.optedOut ? { ...NOTHING, version } : { ...wish, version });
  };
  const locked = !may('clients.write') || isPending;
  return (
    <div data-testid="marketing-choice">
      <p className="note">
        按顾客本人的意思登记。没有说过的，只在小程序里送券，不发短信、不打电话。
      </p>
      <Line
        label="送券和优惠活动"
        isOn={!optedOut}
        isLocked={locked}
        onChange={(isOn) => note({ optedOut: !isOn })}
        testId="marketing-all"
      />
      <Line
        label="同意接收短信"
        isOn={sms}
        isLocked={locked || optedOut}
        onChange={(isOn) => note({ sms: isOn })}
        testId="marketing-sms"
      />
      <Line
        label="同意接听电话"
        isOn={calls}
        isLocked={locked || optedOut}
        onChange={(isOn) => note({ calls: isOn })}
        testId="marketing-calls"
      />
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <History changes={choice.changes} />
    </div>
  );
}

const NOTHING: Said = { optedOut: true, sms: false, calls: false };

function Line({
  label,
  isOn,
  isLocked,
  onChange,
  testId,
}: {
  label: string;
  isOn: boolean;
  isLocked: boolean;
  onChange: (isOn: boolean) => void;
  testId: string;
}) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <Switch checked={isOn} disabled={isLocked} onChange={onChange} data-testid={testId} />
    </label>
  );
}

const saidWords = ({ optedOut, sms, calls }: Said): string => {
  if (optedOut) return '不接收任何营销';
  const channels = [sms && '短信', calls && '电话'].filter(Boolean);
  return channels.length === 0 ? '只在小程序里送券' : `送券，同意${channels.join('、')}`;
};

function History({ changes }: Pick<ClientMarketing, 'changes'>) {
  const [isOpen, setOpen] = useState(false);
  if (changes.length === 0) return null;
  if (!isOpen)
    return (
      <Button
        size="small"
        type="text"
        onClick={() => setOpen(true)}
        data-testid="marketing-history"
      >
        看登记历史
      </Button>
    );
  return (
    <ol>
      {changes.map(({ at, byName, ...said }) => (
        <li key={at} className="note tabular">
          {momentLabel(inOffset(Date.parse(at), '+08:00'))} · {byName} · {saidWords(said)}
        </li>
      ))}
    </ol>
  );
}
