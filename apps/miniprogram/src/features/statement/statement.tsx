import { View } from '@tarojs/components';
import Taro, { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { STATEMENT_KIND_WORDS, formatYuan, sessionMoveWords } from '@yance/shared-types';
import { useState } from 'react';
import { useStatement } from '@/api/statement';
import type { StatementLine, StatementView } from '@/api/types';
import { Money } from '@/components/money';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { LineSheet } from './line-sheet';
import { addMonths, monthOf, monthWords } from './months';
import {
  checkWords,
  columnYuan,
  isWide,
  lineTime,
  monthTotals,
  pointsWords,
} from './statement-words';
import './statement.scss';

/** How far back one may turn, months. */
const MOST_BACK = 120;

/** The movements of a month, principal and bonus in columns of their own. */
export function Statement() {
  const thisMonth = monthOf(useToday());
  const [back, setBack] = useState(0);
  const month = addMonths(thisMonth, -back);
  return (
    <View className="stack">
      <View className="row month-turn">
        <Tap
          id="month-earlier"
          className="month-turn__way"
          label="上个月"
          disabled={back >= MOST_BACK}
          onTap={() => setBack(back + 1)}
        >
          上个月
        </Tap>
        <View className="grow section figures month-turn__name t-month">{monthWords(month)}</View>
        <Tap
          id="month-later"
          className="month-turn__way"
          label="下个月"
          disabled={back === 0}
          onTap={() => setBack(back - 1)}
        >
          下个月
        </Tap>
      </View>
      <Month key={month} month={month} back={back} onTurn={setBack} />
    </View>
  );
}

interface Turn {
  /** Months before this one. */
  back: number;
  onTurn(back: number): void;
}

function Month({ month, ...turn }: Turn & { month: string }) {
  const statement = useStatement(month);
  usePullDownRefresh(() => void statement.reload().finally(() => stopPullDownRefresh()));
  return (
    <Loaded remote={statement} skeleton={<Skeleton lines={8} />}>
      {(shown) => <Lines statement={shown} {...turn} />}
    </Loaded>
  );
}

function Lines({ statement, ...turn }: Turn & { statement: StatementView }) {
  const [open, setOpen] = useState<StatementLine>();
  const totals = monthTotals(statement);
  return (
    <View className="stack">
      <View className="card statement-sums">
        <Sum name="月初" fen={statement.openingFen} />
        <Sum name="增加" fen={totals.in} />
        <Sum name="减少" fen={totals.out} />
        <Sum name="月末" fen={statement.closingFen} hook="t-closing" />
      </View>
      {statement.lines.length === 0 ? (
        <View className="card">
          <EmptyState title="这个月没有变动" action={nextStep(statement, turn)}>
            充值、消费、退款都会记在这里。
          </EmptyState>
        </View>
      ) : (
        <View className={`card statement${isWide(statement.lines) ? ' statement--wide' : ''}`}>
          <View className="statement-line statement-line--head note">
            <View className="statement-line__what">项目</View>
            <View className="statement-line__sum">本金</View>
            <View className="statement-line__sum">赠金</View>
          </View>
          {statement.lines.map((line) => (
            <Line key={line.id} line={line} onOpen={() => setOpen(line)} />
          ))}
        </View>
      )}
      {statement.sealHash !== '' && (
        <View className="note statement-check">
          对账码
          <View className="figures statement-check__code t-check" data-code>
            {checkWords(statement.sealHash)}
          </View>
          与门店对账时报这串字符，可核对每一笔都没有被改动。
        </View>
      )}
      {open && (
        <LineSheet
          line={open}
          lines={statement.lines}
          onOpen={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </View>
  );
}

/** Where something is to be seen, or the first step to it. */
function nextStep({ openingFen }: StatementView, { back, onTurn }: Turn) {
  if (openingFen > 0 && back < MOST_BACK)
    return { label: '看上个月', onTap: () => onTurn(back + 1) };
  if (back > 0) return { label: '回到本月', onTap: () => onTurn(0) };
  return { label: '去充值', onTap: () => void Taro.navigateTo({ url: routes.plans }) };
}

function Sum({ name, fen, hook = '' }: { name: string; fen: number; hook?: string }) {
  return (
    <View className="statement-sum">
      <View className="note">{name}</View>
      <Money fen={fen} className={hook} />
    </View>
  );
}

function Line({ line, onOpen }: { line: StatementLine; onOpen(): void }) {
  const sessions = sessionMoveWords(line.packages);
  const isMoney = line.principalFen !== 0 || line.bonusFen !== 0 || line.packages.length === 0;
  return (
    <Tap
      id={`line-${line.id}`}
      className={`statement-line t-line line-${line.kind}`}
      label={`${line.title}，查看详情`}
      onTap={onOpen}
    >
      <View className="statement-line__what">
        <View>{line.title}</View>
        <View className="note figures">{lineTime(line.at)}</View>
        <View className="note figures">
          {line.kind === 'points' ? pointsWords(line) : `余额 ${formatYuan(line.balanceAfter)}`}
        </View>
        {line.kind !== 'points' && line.points !== 0 && (
          <View className="note figures">{pointsWords(line)}</View>
        )}
      </View>
      {isMoney ? (
        <>
          <Change name="本金" fen={line.principalFen} />
          <Change name="赠金" fen={line.bonusFen} />
        </>
      ) : (
        <View className="statement-line__sessions figures t-sessions">
          {sessions ?? STATEMENT_KIND_WORDS[line.kind]}
        </View>
      )}
    </Tap>
  );
}

function Change({ name, fen }: { name: string; fen: number }) {
  const tone = fen > 0 ? ' is-in' : fen === 0 ? ' is-nothing' : '';
  return (
    <View className={`statement-line__sum figures${tone}`}>
      <View className="statement-line__name note">{name}</View>
      {fen === 0 ? '–' : columnYuan(fen)}
    </View>
  );
}
