import { ASSESSMENT_KINDS, ASSESSMENT_NAMES, type AssessmentKind } from '@yance/shared-types';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Assessment, ClientAssessments } from '../../../shared/api/contract';
import { dateLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { ToneTag } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { useAssessments } from './api/assessments';
import { AssessmentDrawer } from './assessment-drawer';
import styles from './assessments.module.css';
import { ScoreRows } from './score-rows';
import { currentForm, formOf, scoreRows } from './score-series';
import { ZoneList, ZoneMap } from './zone-map';

/** How a client's skin, scalp and hair are, and how they went, for those who treat her. */
export function AssessmentsPanel({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const found = useAssessments(clientId);
  const [params, setParams] = useSearchParams();
  const visit = params.get('assess');
  const [chosen, setKind] = useState<AssessmentKind | null>(null);
  const [open, setOpen] = useState<Assessment | 'new' | null>(visit === null ? null : 'new');
  const kind = chosen ?? found.data?.items[0]?.kind ?? 'face';
  const close = () => {
    setOpen(null);
    if (visit !== null) setParams({}, { replace: true });
  };
  return (
    <Card
      title="皮肤与头发评估"
      extra={
        may('health.write') && (
          <Button size="small" onClick={() => setOpen('new')} data-testid="assessment-new">
            做一次评估
          </Button>
        )
      }
    >
      <Loaded query={found} rows={5}>
        {(data) => (
          <div className={styles.panel} data-testid="assessments">
            <Segmented<AssessmentKind>
              className={styles.views}
              value={kind}
              onChange={setKind}
              options={ASSESSMENT_KINDS.map((one) => ({
                value: one,
                label: ASSESSMENT_NAMES[one],
              }))}
            />
            <Kind data={data} kind={kind} onOpen={setOpen} />
            {open !== null && (
              <AssessmentDrawer
                clientId={clientId}
                data={data}
                first={kind}
                assessment={open === 'new' ? null : open}
                appointmentId={visit === '' ? null : visit}
                onClose={close}
                onSaved={setKind}
              />
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function Kind({
  data,
  kind,
  onOpen,
}: {
  data: ClientAssessments;
  kind: AssessmentKind;
  onOpen: (assessment: Assessment) => void;
}) {
  const items = data.items.filter((one) => one.kind === kind);
  const [latest] = items;
  const [now] = latest?.versions ?? [];
  const form = now && (formOf(data, kind, now.formVersion) ?? currentForm(data, kind));
  if (!now || !form)
    return (
      <p className="note">
        {data.consent === 'withdrawn'
          ? '顾客已撤回健康信息的同意，以前的评估不再显示。'
          : `还没有${ASSESSMENT_NAMES[kind]}评估。`}
      </p>
    );
  return (
    <>
      <div className={styles.look}>
        <div>
          <ZoneMap form={form} findings={now.contents.findings} />
          <ZoneList form={form} findings={now.contents.findings} />
        </div>
        <ScoreRows rows={scoreRows(data, kind)} />
      </div>
      <ul className={styles.past} data-testid="assessment-list">
        {items.map((one) => (
          <Line key={one.id} assessment={one} onOpen={() => onOpen(one)} />
        ))}
      </ul>
    </>
  );
}

function Line({ assessment, onOpen }: { assessment: Assessment; onOpen: () => void }) {
  const { on, released, versions } = assessment;
  const [now] = versions;
  return (
    <li data-testid={`assessment-${assessment.id}`}>
      <span className="tabular">{dateLabel(on)}</span>
      <span className={`note ${styles.grow}`}>{now?.byName}</span>
      {versions.length > 1 && <ToneTag tone="quiet">有更正</ToneTag>}
      <ToneTag tone={released ? 'leaf' : 'quiet'}>{released ? '顾客可见' : '仅门店可见'}</ToneTag>
      <Button size="small" type="text" onClick={onOpen}>
        查看
      </Button>
    </li>
  );
}
