import { View } from '@tarojs/components';
import { useState } from 'react';
import { useConsents, useNotices, useWithdrawConsent, type ConsentKind } from '@/api/consents';
import { forget } from '@/api/remote';
import type { ConsentAct, ConsentStanding } from '@/api/types';
import { Button } from '@/components/button';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Sheet } from '@/components/sheet';
import { momentWords } from '@/features/orders/order-words';
import { sentenceOf } from '@/lib/failure';
import { useToday } from '@/lib/use-today';
import { BirthdayFirst } from './birthday-first';
import { ConsentSign } from './consent-sign';
import { WITHDRAW_WORDS, actWords, standWord } from './consent-words';
import './consents.scss';

const skeleton = <Skeleton lines={10} />;

/** One consent: its words, where she stands, and giving it or taking it back. */
export function ConsentDetail({ kind }: { kind: string }) {
  const consents = useConsents();
  return (
    <Loaded remote={consents} skeleton={skeleton}>
      {({ items, history }) => (
        <Shown
          item={items.find(({ text }) => text.kind === kind)}
          history={history.filter((act) => act.kind === kind)}
        />
      )}
    </Loaded>
  );
}

/** The risk notice of one service. */
export function NoticeDetail({ serviceId }: { serviceId: string }) {
  const notices = useNotices([serviceId]);
  return (
    <Loaded remote={notices} skeleton={skeleton}>
      {({ items }) => (
        <Shown item={items.find(({ text }) => text.serviceId === serviceId)} history={[]} />
      )}
    </Loaded>
  );
}

function Shown({
  item,
  history,
}: {
  item: ConsentStanding | undefined;
  history: readonly ConsentAct[];
}) {
  const today = useToday();
  if (!item) return <EmptyState title="现在不需要签这一份" />;
  const { text, stands, outdated, last } = item;
  const isNotice = text.kind === 'notice';
  return (
    <View className="stack">
      <View className="card">
        <View className="section">{text.title}</View>
        <View className="note" id="consent-stand">
          {text.serviceName ? `${text.serviceName} · ` : ''}第 {text.version} 版 · {standWord(item)}
        </View>
      </View>
      <View className="card consent-body">{text.body}</View>
      {(!stands || outdated) &&
        (item.birthdayNeeded ? (
          <BirthdayFirst below={text.guardianBelow} />
        ) : (
          <ConsentSign item={item} />
        ))}
      {stands && !isNotice && <Withdraw kind={text.kind as ConsentKind} />}
      {isNotice && stands && last && (
        <View className="note figures consent-when">
          {momentWords(last.at, today)} {actWords(last)}
        </View>
      )}
      {history.length > 0 && (
        <View className="card" id="consent-history">
          {history.map((act) => (
            <View key={act.id} className="note figures">
              {momentWords(act.at, today)} {actWords(act)}（第 {act.version} 版）
            </View>
          ))}
        </View>
      )}
    </View>
  );
}

function Withdraw({ kind }: { kind: ConsentKind }) {
  const write = useWithdrawConsent(kind);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const busy = write.state.phase === 'sending';
  async function withdraw() {
    setProblem(undefined);
    try {
      await (write.retry() ?? write.submit({ kind }));
      setAsking(false);
    } catch (failure) {
      setProblem(failure);
      forget('/client/consents');
    }
  }
  return (
    <>
      <Button id="consent-withdraw" kind="plain" onTap={() => setAsking(true)}>
        撤回同意
      </Button>
      {isAsking && (
        <Sheet id="withdraw-sheet" title="撤回这份同意？" onClose={() => setAsking(false)}>
          <View className="stack">
            <View className="note">{WITHDRAW_WORDS[kind]}</View>
            {problem !== undefined && (
              <View className="alert" role="alert">
                {sentenceOf(problem)}
              </View>
            )}
            <Button id="withdraw-confirm" kind="danger" busy={busy} onTap={() => void withdraw()}>
              {write.state.phase === 'unknown' ? '再问一次' : '确定撤回'}
            </Button>
            <Button id="withdraw-keep" kind="quiet" disabled={busy} onTap={() => setAsking(false)}>
              先不撤回
            </Button>
          </View>
        </Sheet>
      )}
    </>
  );
}
