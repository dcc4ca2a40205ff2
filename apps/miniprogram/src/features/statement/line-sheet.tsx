import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { STATEMENT_KIND_WORDS, formatYuan, sessionMoveWords } from '@yance/shared-types';
import type { StatementLine } from '@/api/types';
import { Fact, LinkRow } from '@/components/line-row';
import { Sheet } from '@/components/sheet';
import { signedYuan } from '@/features/wallet/value-words';
import { clockOf, dateOf } from '@/lib/time';
import { routes } from '@/routes';
import { SpendPart } from './spend-part';
import { counterpartOf, lineTime, pointsWords } from './statement-words';

interface LineSheetProps {
  line: StatementLine;
  lines: readonly StatementLine[];
  onOpen(line: StatementLine): void;
  onClose(): void;
}

/** What a line was: the order, the deduction, the refund, the contract, and what mirrored it. */
export function LineSheet({ line, lines, onOpen, onClose }: LineSheetProps) {
  const leave = (url: string) => () => {
    onClose();
    void Taro.navigateTo({ url });
  };
  const counterpart = counterpartOf(line, lines);
  const isPoints = line.kind === 'points';
  const isMoney =
    !isPoints && (line.principalFen + line.bonusFen !== 0 || line.packages.length === 0);
  const sessions = sessionMoveWords(line.packages);
  const cardId = HANDED_ON.has(line.kind) ? undefined : line.packages.at(-1)?.packageId;
  const leftFen = line.packages.reduce((sum, move) => sum + move.leftFen, 0);
  return (
    <Sheet id="line-sheet" title={line.title} onClose={onClose}>
      <View className="line-amount figures">
        {isPoints && pointsWords(line)}
        {isMoney && signedYuan(line.principalFen + line.bonusFen)}
        {!isPoints && !isMoney && (sessions ?? STATEMENT_KIND_WORDS[line.kind])}
      </View>
      <Fact name="类型">{STATEMENT_KIND_WORDS[line.kind]}</Fact>
      <Fact name="时间">
        <View className="figures">
          {dateOf(line.at)} {clockOf(line.at)}
        </View>
      </Fact>
      {line.storeName !== undefined && <Fact name="门店">{line.storeName}</Fact>}
      {sessions !== undefined && <Fact name="次数">{sessions}</Fact>}
      {leftFen !== 0 && (
        <Fact name="卡内金额">
          <View className="figures">{signedYuan(leftFen)}</View>
        </Fact>
      )}
      {isMoney && (
        <>
          <Fact name="本金">
            <View className="figures">{signedYuan(line.principalFen)}</View>
          </Fact>
          <Fact name="赠金">
            <View className="figures">{signedYuan(line.bonusFen)}</View>
          </Fact>
        </>
      )}
      {line.points !== 0 && !isPoints && <Fact name="积分">{line.points}</Fact>}
      <Fact name="余额">
        <View className="figures">{formatYuan(line.balanceAfter)}</View>
      </Fact>
      {line.txId !== undefined && (
        <Fact name="流水号">
          <View className="line-no figures" data-code>
            {line.txId}
          </View>
        </Fact>
      )}
      {line.spendId !== undefined && <SpendPart spendId={line.spendId} />}
      <View className="line-links">
        {counterpart && (
          <LinkRow
            id="line-counterpart"
            title={isMirror(line) ? '冲正的那一笔' : '冲正记录'}
            value={lineTime(counterpart.at)}
            onTap={() => onOpen(counterpart)}
          />
        )}
        {cardId !== undefined && (
          <LinkRow
            id="line-card"
            title={line.sessionUseId === undefined ? '查看这张卡' : '查看这张卡，核对这次使用'}
            onTap={leave(routes.card(cardId))}
          />
        )}
        {line.orderNo !== undefined && (
          <LinkRow id="line-order" title="查看订单" onTap={leave(routes.order(line.orderNo))} />
        )}
        {line.contractId !== undefined && (
          <LinkRow
            id="line-contract"
            title="查看协议"
            onTap={leave(routes.contract(line.contractId))}
          />
        )}
        {line.refundId !== undefined && (
          <LinkRow id="line-refund" title="查看退款" onTap={leave(routes.refund)} />
        )}
      </View>
    </Sheet>
  );
}

/** What was given away is no longer hers to open. */
const HANDED_ON: ReadonlySet<StatementLine['kind']> = new Set(['package_out']);

const isMirror = ({ kind }: StatementLine): boolean =>
  kind === 'top_up_reversal' || kind === 'spend_reversal' || kind === 'session_reversal';
