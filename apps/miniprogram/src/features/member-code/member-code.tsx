import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { Button } from '@/components/button';
import { ErrorState, Skeleton } from '@/components/states';
import { svgBackground } from '@/lib/svg';
import { sentenceOf } from '@/lib/failure';
import type { CodeState, HeldCode } from './code-clock';
import { qrOfDigits } from './qr-path';
import { useMemberCode } from './use-member-code';
import './member-code.scss';

/** The code for the desk, as a picture to scan and as digits to read out. */
export function MemberCode() {
  const { held, state, error, reload } = useMemberCode();
  if (!held || !state) {
    if (error === undefined) return <Skeleton lines={8} />;
    return <ErrorState error={error} onRetry={() => void reload()} />;
  }
  return (
    <View className="stack">
      <View className="card member-code t-member-code">
        <Picture held={held} isOver={state.kind === 'over'} />
        <View
          className={`member-code__digits figures t-code-digits${state.kind === 'over' ? ' is-over' : ''}`}
        >
          {held.shown}
        </View>
        <Countdown state={state} />
      </View>
      {state.kind !== 'fresh' && error !== undefined && (
        <View className="alert t-code-late" role="alert">
          {sentenceOf(error)}
        </View>
      )}
      {state.kind === 'over' && (
        <Button id="code-again" kind="plain" onTap={() => void reload()}>
          再取一次
        </Button>
      )}
      <View className="note member-code__hint">
        到店消费时给前台扫一下，就表示您同意这次扣款。扫不出来时，把屏幕调亮一些，或把数字念给前台。请不要把码发给别人。
      </View>
    </View>
  );
}

function Picture({ held, isOver }: { held: HeldCode; isOver: boolean }) {
  const picture = useMemo(() => {
    const { size, path } = qrOfDigits(held.code);
    return svgBackground(
      size,
      size,
      `<path d="${path}" fill="#000" shape-rendering="crispEdges"/>`,
    );
  }, [held.code]);
  return (
    <View
      className={`member-code__picture t-code-picture${isOver ? ' is-over' : ''}`}
      aria-label="会员码"
      style={{ backgroundImage: picture }}
    />
  );
}

function Countdown({ state }: { state: CodeState }) {
  switch (state.kind) {
    case 'fresh':
      return <View className="note figures t-code-countdown">{state.secondsLeft} 秒后换新码</View>;
    case 'late':
      return (
        <View className="note figures t-code-countdown">
          网络不好，还没换成新码；这个码还可以用 {state.secondsLeft} 秒
        </View>
      );
    case 'over':
      return <View className="note t-code-countdown">这个码已经过期，联网后会自动换新</View>;
  }
}
