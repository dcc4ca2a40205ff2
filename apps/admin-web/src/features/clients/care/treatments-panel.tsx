import { useQuery } from '@tanstack/react-query';
import { REACTION_WORDS } from '@yance/shared-types';
import type { TreatmentRecord } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { dateLabel, dateOf } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { useCommands } from '../../../shared/ui-commands';
import { ToneTag } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import styles from '../overview/overview.module.css';

/** Each read is written down, so it is not read again by itself. */
function useClientTreatments(clientId: string) {
  return useQuery({
    queryKey: keys.clientTreatments(clientId),
    queryFn: async ({ signal }): Promise<TreatmentRecord[]> => {
      const params = { path: { id: clientId } };
      return (await answerOf(api.GET('/api/staff/clients/{id}/treatments', { params, signal })))
        .items;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** What was done at a client's visits, for those who treat; the latest first. */
export function TreatmentsPanel({ clientId }: { clientId: string }) {
  const records = useClientTreatments(clientId);
  return (
    <Card title="护理记录" flush>
      <Loaded query={records} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <p className={styles.none}>还没有护理记录。</p>
          ) : (
            <ul className={styles.visits} data-testid="client-treatments">
              {items.map((record) => (
                <Line key={record.id} record={record} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Line({ record }: { record: TreatmentRecord }) {
  const { openRecord } = useCommands();
  const { store } = useDesk();
  const today = useToday(store.id);
  const { appointmentId, visitedAt, storeName, byName, contents } = record;
  return (
    <li>
      <button
        type="button"
        className={styles.visit}
        onClick={() => openRecord(appointmentId)}
        data-testid={`treatment-${appointmentId}`}
      >
        <span className={styles.when}>
          <span className="tabular">{dateLabel(dateOf(visitedAt), today)}</span>
          {contents.reaction !== 'none' && (
            <ToneTag tone="amber">{REACTION_WORDS[contents.reaction]}</ToneTag>
          )}
        </span>
        <span>{contents.done.map(({ serviceName }) => serviceName).join('、')}</span>
        <span className="note">
          {byName} · {storeName}
        </span>
      </button>
    </li>
  );
}
