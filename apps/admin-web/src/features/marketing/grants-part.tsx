import { Button } from 'antd';
import { COUPON_STATE_WORDS } from '@yance/shared-types';
import { Link } from 'react-router';
import type { MessageCount, MessageFate } from '../../shared/api/contract';
import { countLines, fateWords } from '../../shared/format/message-fates';
import { dateLabel, inOffset, momentLabel } from '../../shared/format/time';
import { fateWord, messageChannelWord } from '../../shared/format/words';
import { ToneTag, type Tone } from '../../shared/ui/amount';
import { Empty, Loaded } from '../../shared/ui/states';
import { useGrants, type ToldGrant } from './api/automations';
import styles from './marketing.module.css';

const TONES: Readonly<Record<MessageFate['state'], Tone>> = {
  ...{ sent: 'leaf', called: 'leaf', to_call: 'amber', sending: 'amber', unknown: 'amber' },
  ...{ failed: 'alarm', not_allowed: 'quiet', withheld: 'quiet' },
};

/** To whom an automation gave a coupon, and what became of telling each of them. */
export function GrantsPart({ automationId }: { automationId: string }) {
  const grants = useGrants(automationId);
  return (
    <section className={styles.part}>
      <h3>发给了谁</h3>
      <Loaded query={grants} rows={4}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title="还没有发过" />
          ) : (
            <>
              <Counts counts={pages[0]?.counts ?? []} />
              <ul className={styles.list} data-testid="automation-grants">
                {items.map((grant) => (
                  <Line key={grant.couponId} grant={grant} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      {grants.hasNextPage && (
        <Button loading={grants.isFetchingNextPage} onClick={() => void grants.fetchNextPage()}>
          更多
        </Button>
      )}
    </section>
  );
}

function Counts({ counts }: { counts: readonly MessageCount[] }) {
  const lines = countLines(counts);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.limits} data-testid="message-counts" aria-label="通知结果">
      {lines.map((line) => (
        <li key={line} className="note tabular">
          {line}
        </li>
      ))}
    </ul>
  );
}

function Line({ grant }: { grant: ToldGrant }) {
  const { couponId, clientId, name, memberNo, birthdayOn, grantedOn, couponState } = grant;
  return (
    <li className={styles.row} data-testid={`grant-${couponId}`}>
      <span className={styles.what}>
        <Link to={`/clients/${clientId}`}>{name}</Link>
        <span className="note tabular">{memberNo}</span>
      </span>
      <span className={styles.what}>
        <span className="note tabular">
          {dateLabel(grantedOn)}发放 · 生日 {dateLabel(birthdayOn)}
        </span>
        <span className="note">券{COUPON_STATE_WORDS[couponState]}</span>
      </span>
      <Fates messages={grant.messages} />
    </li>
  );
}

/** Each way in which she was to be told, in the order in which they were tried. */
function Fates({ messages }: Pick<ToldGrant, 'messages'>) {
  if (messages.length === 0)
    return <span className={`${styles.wide} note`}>还没有通知，夜里不打扰，早上九点后发送</span>;
  return (
    <ul className={`${styles.wide} ${styles.fates}`}>
      {messages.map((message) => (
        <li key={`${message.channel}${message.at}`}>
          <ToneTag tone={TONES[message.state]}>
            {`${messageChannelWord(message.channel)}${fateWord(message)}`}
          </ToneTag>
          <span className="note tabular">
            {fateWords(message)} {momentLabel(inOffset(Date.parse(message.at), '+08:00'))}
          </span>
        </li>
      ))}
    </ul>
  );
}
