import { Button } from 'antd';
import type { LastTreatment } from '../../../shared/api/contract';
import { LastTreatmentFacts } from '../../../shared/care/last-treatment';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { useCommands } from '../../../shared/ui-commands';

/** What was done last, for those who treat; its record opens. */
export function LastTreatmentCard({ last }: { last: LastTreatment }) {
  const { openRecord } = useCommands();
  const { store } = useDesk();
  const today = useToday(store.id);
  return (
    <Card
      title="上次护理"
      extra={
        <Button size="small" onClick={() => openRecord(last.appointmentId)}>
          看记录
        </Button>
      }
    >
      <div data-testid="client-last-treatment">
        <LastTreatmentFacts last={last} today={today} />
      </div>
    </Card>
  );
}
