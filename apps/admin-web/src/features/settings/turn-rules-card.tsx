import { App, Switch } from 'antd';
import type { TurnRules } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useSaveTurnRules, useTurnRules } from './api/turn-rules';
import styles from './settings.module.css';

/** Whether those on duty get by turn the clients who ask for nobody. */
export function TurnRulesCard() {
  const { store } = useDesk();
  const rules = useTurnRules(store.id);
  return (
    <Card title="轮牌">
      <Loaded query={rules} rows={2}>
        {(data) => <Switches storeId={store.id} rules={data} />}
      </Loaded>
    </Card>
  );
}

function Switches({ storeId, rules }: { storeId: string; rules: TurnRules }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = useSaveTurnRules(storeId);
  const save = (change: Partial<TurnRules>) =>
    write(
      { ...rules, ...change },
      {
        done: () => void message.success('已保存'),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  const isFixed = !may('appointments.policy') || isPending;
  return (
    <div className={styles.turns}>
      <label>
        <Switch
          checked={rules.isKept}
          disabled={isFixed}
          onChange={(isKept) => save({ isKept })}
          data-testid="turns-kept"
        />
        <span>
          按轮牌派客
          <span className="note">
            没有指定人的顾客，当天按签到先后派；做完一位或过牌排到队尾，忙时保留位置。
          </span>
        </span>
      </label>
      <label>
        <Switch
          checked={rules.requestedCounts}
          disabled={isFixed || !rules.isKept}
          onChange={(requestedCounts) => save({ requestedCounts })}
          data-testid="turns-requested"
        />
        <span>
          点客也算一轮
          <span className="note">关着时，顾客自己点的人做完仍保留原来的位置。</span>
        </span>
      </label>
    </div>
  );
}
