import { App, Button, Drawer, Table, type TableProps } from 'antd';
import { LEFT_OUT_WORDS } from '@yance/shared-types';
import { Link } from 'react-router';
import type { Automation, AutomationRun, AutomationVerdict } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { dateLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice, ToneTag } from '../../shared/ui/amount';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useDryRun, useRunAutomation } from './api/automations';
import styles from './marketing.module.css';

/** Who would get one if it ran now, who not and why; nothing is given by looking. */
export function DryRunDrawer({
  automation,
  onClose,
}: {
  automation: Automation;
  onClose: () => void;
}) {
  const narrow = useNarrow();
  const dryRun = useDryRun(automation.id);
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 760} title={`${automation.name}：试算`}>
      <Loaded query={dryRun} rows={8}>
        {(run) => (
          <>
            <Sums run={run} />
            {run.clients.length === 0 ? (
              <Empty title="这几天没有顾客过生日" hint="生日临近的顾客会出现在这里。" />
            ) : (
              <Verdicts clients={run.clients} />
            )}
            <RunNow automation={automation} gets={run.gets} onDone={onClose} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

function Sums({ run: { gets, leftOut } }: { run: AutomationRun }) {
  return (
    <div className={styles.preview}>
      <Notice tone="quiet" testId="dry-run-sums">
        <p>
          现在发放会送出 <strong className="tabular">{gets}</strong> 张。试算不会发券。
        </p>
        {leftOut.map(({ reason, count }) => (
          <p key={reason} className="note tabular">
            {LEFT_OUT_WORDS[reason]}：{count} 人
          </p>
        ))}
      </Notice>
    </div>
  );
}

/** Not waiting for nine in the morning; only one that is on. */
function RunNow({
  automation,
  gets,
  onDone,
}: {
  automation: Automation;
  gets: number;
  onDone: () => void;
}) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, error, isPending } = useRunAutomation(automation.id);
  if (automation.state !== 'on' || gets === 0 || !may('automations.write')) return null;
  const run = () =>
    write(
      { dryRun: false },
      {
        done: () => {
          void message.success('已开始发放，稍后可在结果里看到');
          onDone();
        },
      },
    );
  return (
    <>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={styles.field}>
        <Button type="primary" loading={isPending} onClick={run} data-testid="automation-run">
          现在发放 {gets} 张
        </Button>
      </div>
    </>
  );
}

const CALENDARS = { solar: '公历', lunar: '农历' } as const;

function Outcome({ leftOut }: Pick<AutomationVerdict, 'leftOut'>) {
  return leftOut === null ? (
    <ToneTag tone="leaf">会收到</ToneTag>
  ) : (
    <span className="note">{LEFT_OUT_WORDS[leftOut]}</span>
  );
}

function Client({ clientId, name, memberNo }: AutomationVerdict) {
  return (
    <span className={styles.what}>
      <Link to={`/clients/${clientId}`}>{name}</Link>
      <span className="note tabular">{memberNo}</span>
    </span>
  );
}

const birthdayWords = ({ birthdayOn, calendar }: AutomationVerdict): string =>
  `${dateLabel(birthdayOn)} · ${CALENDARS[calendar]}`;

const COLUMNS: NonNullable<TableProps<AutomationVerdict>['columns']> = [
  { title: '顾客', render: (_, verdict) => <Client {...verdict} /> },
  { title: '今年生日', width: 210, render: (_, verdict) => birthdayWords(verdict) },
  { title: '结果', width: 240, render: (_, { leftOut }) => <Outcome leftOut={leftOut} /> },
];

function Verdicts({ clients }: { clients: AutomationVerdict[] }) {
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className={styles.list} data-testid="dry-run">
        {clients.map((verdict) => (
          <li key={verdict.clientId} className={styles.row}>
            <Client {...verdict} />
            <Outcome leftOut={verdict.leftOut} />
            <span className={`note tabular ${styles.wide}`}>{birthdayWords(verdict)}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <Table<AutomationVerdict>
      rowKey="clientId"
      columns={COLUMNS}
      dataSource={clients}
      pagination={false}
      className="tabular"
      data-testid="dry-run"
    />
  );
}
