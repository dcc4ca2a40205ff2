import { useQuery } from '@tanstack/react-query';
import type { CalendarLink } from '../../shared/api/contract';
import { keys } from '../../shared/api/keys';
import { answerOf, api } from '../../shared/api/transport';
import { useWrite } from '../../shared/api/use-write';

/** Whether she has a link, and whether a calendar reads it. */
export const readCalendarLink = (signal?: AbortSignal): Promise<CalendarLink> =>
  answerOf(api.GET('/api/staff/calendar-link', { signal }));

export const useCalendarLink = () =>
  useQuery({ queryKey: keys.calendarLink, queryFn: ({ signal }) => readCalendarLink(signal) });

/** Makes a link; the one before opens nothing any more. */
export const useMakeLink = () =>
  useWrite(
    (_call: { key: string; body: object }) => answerOf(api.PUT('/api/staff/calendar-link')),
    [keys.calendarLink],
  );

export const useRevokeLink = () =>
  useWrite(
    (_call: { key: string; body: object }) => answerOf(api.DELETE('/api/staff/calendar-link')),
    [keys.calendarLink],
  );
