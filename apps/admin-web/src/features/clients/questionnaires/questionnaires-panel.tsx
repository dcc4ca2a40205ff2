import { Button } from 'antd';
import { useState } from 'react';
import { AnswersDrawer } from '../../../shared/questionnaires/answers-drawer';
import { useStandings } from '../../../shared/questionnaires/api';
import { StandingRows } from '../../../shared/questionnaires/standing-rows';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';

/** What a client is asked and where she stands; those who treat her open what she answered. */
export function QuestionnairesPanel({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const standings = useStandings(clientId);
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title="问卷"
      extra={
        may('health.read') && (
          <Button size="small" onClick={() => setOpen(true)} data-testid="questionnaire-read">
            看回答
          </Button>
        )
      }
    >
      <Loaded query={standings} rows={2}>
        {({ items }) => (
          <div data-testid="questionnaires">
            {items.length === 0 ? (
              <p className="note">没有要填的问卷。项目要求的问卷，约好以后会出现在预约里。</p>
            ) : (
              <StandingRows clientId={clientId} items={items} />
            )}
          </div>
        )}
      </Loaded>
      {isOpen && <AnswersDrawer clientId={clientId} onClose={() => setOpen(false)} />}
    </Card>
  );
}
