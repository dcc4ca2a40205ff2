import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientAnswer } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { SignatureImage } from '../consents/signature-pad';
import { momentLabel } from '../format/time';
import { Notice, ToneTag } from '../ui/amount';
import { Card, Facts } from '../ui/page';
import { Empty, Loaded } from '../ui/states';
import { useNarrow } from '../ui/use-width';
import styles from './questionnaires.module.css';
import { ToConfirm } from './to-confirm';

/** Each read is written down, so it is not read again by itself. */
const ONCE = {
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

const STATES = {
  filled: { tone: 'leaf', word: '有效' },
  expired: { tone: 'amber', word: '已过期' },
  older: { tone: 'quiet', word: '旧的一次' },
} as const;

/** What she answered, by questionnaire, version and day. It is opened by a tap, because each read is written down. */
export function AnswersDrawer({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const narrow = useNarrow();
  const answers = useQuery({
    ...{ queryKey: keys.questionnaireAnswers(clientId), ...ONCE },
    queryFn: ({ signal }) => {
      const params = { path: { id: clientId } };
      return answerOf(api.GET('/api/staff/clients/{id}/questionnaire-answers', { params, signal }));
    },
  });
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 560} title="问卷回答">
      <div className={styles.questions} data-testid="questionnaire-answers">
        <Loaded query={answers} rows={10}>
          {({ consent, items }) => (
            <>
              {consent === 'withdrawn' && (
                <Notice>顾客已撤回健康信息的同意，健康类问卷的回答不再显示。</Notice>
              )}
              {items.length === 0 ? (
                <Empty title="还没有可以看的回答" />
              ) : (
                <Listed clientId={clientId} items={items} />
              )}
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}

const ALL = '';

function Listed({ clientId, items }: { clientId: string; items: readonly ClientAnswer[] }) {
  const [chosen, setChosen] = useState(ALL);
  const titles = new Map(items.map(({ questionnaireId, title }) => [questionnaireId, title]));
  const shown = items.filter((one) => chosen === ALL || one.questionnaireId === chosen);
  return (
    <>
      {titles.size > 1 && (
        <Segmented
          value={chosen}
          onChange={setChosen}
          options={[
            { value: ALL, label: '全部' },
            ...[...titles].map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      {shown.map((answer) => (
        <Answered key={answer.id} clientId={clientId} answer={answer} />
      ))}
    </>
  );
}

function Answered({ clientId, answer }: { clientId: string; answer: ClientAnswer }) {
  const { id, title, version, on, state, lines, way, byName, at, proved } = answer;
  const [isOpen, setOpen] = useState(false);
  const cautions = lines.filter(({ caution }) => caution);
  return (
    <Card
      title={`${title} · 第 ${version} 版`}
      extra={<ToneTag tone={STATES[state].tone}>{STATES[state].word}</ToneTag>}
    >
      <div className={styles.answer} data-testid={`answer-${id}`}>
        <p className="note tabular">
          {momentLabel(at)} · {byName}
          {way === 'phone' ? '在手机上填写' : '请她在门店屏幕上填写'}
        </p>
        {cautions.length > 0 && (
          <Notice tone={state === 'older' ? 'quiet' : 'alarm'} testId="answer-cautions">
            需留意：{cautions.map(({ label, words }) => `${label}：${words}`).join('；')}
          </Notice>
        )}
        <ToConfirm clientId={clientId} answer={answer} />
        <Facts items={lines.map(({ label, words }) => ({ name: label, value: words }))} />
        {proved && !isOpen && (
          <Button
            size="small"
            type="text"
            onClick={() => setOpen(true)}
            data-testid={`proof-${on}`}
          >
            看签名
          </Button>
        )}
        {isOpen && <Signer clientId={clientId} answerId={id} />}
      </div>
    </Card>
  );
}

function Signer({ clientId, answerId }: { clientId: string; answerId: string }) {
  const proof = useQuery({
    ...{ queryKey: keys.questionnaireProof(clientId, answerId), ...ONCE },
    queryFn: ({ signal }) => {
      const params = { path: { id: clientId, answerId } };
      const path = '/api/staff/clients/{id}/questionnaire-answers/{answerId}';
      return answerOf(api.GET(path, { params, signal }));
    },
  });
  return (
    <Loaded query={proof} rows={2}>
      {({ signature, guardianName, guardianRelation, guardianPhone }) => (
        <>
          {guardianName && (
            <p className="note">
              监护人：{guardianName}（{guardianRelation}）{guardianPhone}
            </p>
          )}
          {signature && <SignatureImage signature={signature} />}
        </>
      )}
    </Loaded>
  );
}
