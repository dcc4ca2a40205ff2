import { useAppointments } from '@/api/appointments';
import { useQuestionnaires } from '@/api/questionnaires';

/** The API takes so many services at once. */
const MOST_SERVICES = 10;

/** What her coming visits ask for, and what she answered before. */
export function useMyQuestionnaires() {
  const visits = useAppointments('upcoming');
  const services = visits.data?.flatMap(({ items }) => items.map(({ serviceId }) => serviceId));
  const asked = useQuestionnaires(services && [...new Set(services)].slice(0, MOST_SERVICES));
  const reload = async () => {
    await visits.reload();
    await asked.reload();
  };
  return { data: asked.data, error: visits.error ?? asked.error, reload };
}
