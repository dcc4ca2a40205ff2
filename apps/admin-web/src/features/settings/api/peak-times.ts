import { useQuery } from '@tanstack/react-query';
import type { PeakTimes } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

const PATH = '/api/staff/stores/{id}/peak-times';

export const usePeakTimes = (id: string) =>
  useQuery({
    queryKey: keys.peakTimes(id),
    queryFn: ({ signal }): Promise<PeakTimes> =>
      answerOf(api.GET(PATH, { params: { path: { id } }, signal })),
  });

export const useSavePeakTimes = (id: string) =>
  useWrite(
    ({ body }: { key: string; body: PeakTimes }): Promise<PeakTimes> =>
      answerOf(api.PUT(PATH, { params: { path: { id } }, body })),
    [keys.peakTimes(id)],
  );
