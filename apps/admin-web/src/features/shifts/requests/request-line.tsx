import type { ReactNode } from 'react';
import type { ShiftRequest } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { ToneTag } from '../../../shared/ui/amount';
import styles from '../month/month.module.css';
import { STATE_WORDS, whatWords, whenWords } from './request-words';

/** A request: what, when, how it stands, and what was said to it. */
export function RequestLine({
  request,
  showsName = false,
  children,
}: {
  request: ShiftRequest;
  /** Where requests of several people stand together. */
  showsName?: boolean;
  children?: ReactNode;
}) {
  const { word, tone } = STATE_WORDS[request.state];
  const [asked, ...answers] = request.steps;
  return (
    <li className={styles.line} data-testid={`request-${request.id}`}>
      <span className={styles.what}>
        <span>
          {showsName && `${request.staffName} · `}
          {whatWords(request)} <ToneTag tone={tone}>{word}</ToneTag>
        </span>
        <span className="tabular">{whenWords(request)}</span>
        {asked && (
          <span className="note">
            {momentLabel(asked.at)} 申请{asked.words && `：${asked.words}`}
          </span>
        )}
        {answers.map(({ state, byName, at, words }) => (
          <span key={state} className="note">
            {momentLabel(at)} {byName} {STATE_WORDS[state].word}
            {words && `：${words}`}
          </span>
        ))}
      </span>
      {children && <span className={styles.acts}>{children}</span>}
    </li>
  );
}
