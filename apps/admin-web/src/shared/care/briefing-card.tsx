import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Briefing } from '../api/contract';
import { dateLabel, dateOf, momentLabel } from '../format/time';
import { useDesk } from '../session/desk';
import { Notice, ToneTag } from '../ui/amount';
import { Facts } from '../ui/page';
import { Loaded } from '../ui/states';
import { TAG_TONES } from '../ui/tag-color';
import { useBriefing } from './briefing-api';
import styles from './briefing.module.css';
import { LastTreatmentFacts } from './last-treatment';
import { PRESSURE_WORDS, TALK_WORDS } from './like-words';

/** What whoever serves a client reads before she comes in. */
export function BriefingCard({ visitId, today }: { visitId: string; today: string }) {
  const briefing = useBriefing(visitId);
  return (
    <section className={styles.card} data-testid="briefing">
      <Loaded query={briefing} rows={6}>
        {(data) => <Told briefing={data} today={today} />}
      </Loaded>
    </section>
  );
}

function Told({ briefing, today }: { briefing: Briefing; today: string }) {
  const { may } = useDesk();
  const { alerts, tags, lastVisit, lastTreatment, notes } = briefing;
  return (
    <>
      {alerts.map(({ kind, tone, words }) => (
        <Notice key={`${kind}.${words}`} tone={tone} testId={`briefing-${kind}`}>
          {words}
        </Notice>
      ))}
      <p className={styles.how}>{comes(briefing, today)}</p>
      {tags.length > 0 && (
        <p className={styles.tags}>
          {tags.map(({ name, color }) => (
            <ToneTag key={name} tone={TAG_TONES[color]}>
              {name}
            </ToneTag>
          ))}
        </p>
      )}
      <Likes likes={briefing.likes} />
      {lastTreatment ? (
        <Part title="上次护理">
          <LastTreatmentFacts last={lastTreatment} today={today} />
        </Part>
      ) : (
        lastVisit && (
          <Part title="上次到店">
            <p>
              {dateLabel(dateOf(lastVisit.start), today)} · {lastVisit.serviceNames.join('、')}
              <span className="note">
                {' '}
                {lastVisit.staffNames.join('、')} · {lastVisit.storeName}
              </span>
            </p>
          </Part>
        )
      )}
      {notes.length > 0 && (
        <Part title="备注">
          <ul className={styles.notes}>
            {notes.map(({ id, text, byName, at }) => (
              <li key={id}>
                {text}
                <span className="note">
                  {' '}
                  {byName} · {momentLabel(at)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {may('clients.read') && <Link to={`/clients/${briefing.clientId}`}>查看顾客档案</Link>}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** How often she comes, in a sentence. */
function comes({ visits, lastVisitOn, rhythmDays }: Briefing, today: string): string {
  if (visits === null || visits === 0 || lastVisitOn === null)
    return '第一次来，请多介绍一下门店。';
  const rhythm = rhythmDays === null ? '' : `，大约 ${rhythmDays} 天来一次`;
  return `来过 ${visits} 次，上次 ${dateLabel(lastVisitOn, today)}${rhythm}。`;
}

function Likes({ likes }: { likes: Briefing['likes'] }) {
  const { pressure, talk, brands, scents, serviceNames, staffNames } = likes;
  const known: [string, string | null][] = [
    ['手法力度', pressure && PRESSURE_WORDS[pressure]],
    ['聊天', talk && TALK_WORDS[talk]],
    ['香味', scents],
    ['产品', brands],
    ['常做', serviceNames.join('、')],
    ['喜欢谁做', staffNames.join('、')],
  ];
  const facts = known.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  if (facts.length === 0) return null;
  return (
    <Part title="喜好">
      <Facts items={facts} />
    </Part>
  );
}
