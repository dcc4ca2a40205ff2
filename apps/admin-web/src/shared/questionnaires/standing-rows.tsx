import { Button } from 'antd';
import { useState } from 'react';
import type { QuestionnaireStanding } from '../api/contract';
import styles from '../consents/consents.module.css';
import { useDesk } from '../session/desk';
import { ToneTag } from '../ui/amount';
import { FillDrawer } from './fill-drawer';
import { standingNote, standingTag } from './standing-words';

/** Each questionnaire with where she stands, and the way to fill it in here. */
export function StandingRows({
  clientId,
  items,
}: {
  clientId: string;
  items: readonly QuestionnaireStanding[];
}) {
  const { may } = useDesk();
  const [filling, setFilling] = useState<QuestionnaireStanding | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {items.map((item) => (
          <li key={item.questionnaireId} data-testid={`questionnaire-${item.questionnaireId}`}>
            <span className={styles.name}>
              {item.title}
              <span className="note tabular">{standingNote(item)}</span>
            </span>
            <ToneTag tone={standingTag(item).tone}>{standingTag(item).word}</ToneTag>
            {may('consents.record') ? (
              <Button
                size="small"
                onClick={() => setFilling(item)}
                data-testid={`questionnaire-fill-${item.questionnaireId}`}
              >
                {item.state === 'filled' ? '重新填写' : '请顾客填写'}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {filling && (
        <FillDrawer
          clientId={clientId}
          questionnaireId={filling.questionnaireId}
          title={filling.title}
          onClose={() => setFilling(null)}
        />
      )}
    </>
  );
}
