import { App, Button } from 'antd';
import { useMemo } from 'react';
import type { Calendar } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { Empty } from '../../shared/ui/states';
import { useMoveVisit } from './api/move-visit';
import type { BoardView } from './board-toolbar';
import { dropAt, startAfter, visitAfter, type Drop } from './grid/drop';
import { columnsOf } from './grid/heads';
import { TimeGrid } from './grid/time-grid';
import { sentenceOf } from '../../shared/api/problem';
import { Alternatives } from './alternatives';

/** A store's day by therapist or by room; only the therapists' can be rearranged. */
export function DayGrid({
  calendar,
  view,
  isToday,
}: {
  calendar: Calendar;
  view: BoardView;
  isToday: boolean;
}) {
  const { may } = useDesk();
  const move = useMoveOnBoard(calendar);
  const columns = useMemo(() => columnsOf(calendar, view), [calendar, view]);
  if (columns.length === 0)
    return view === 'staff' ? (
      <Empty title="这一天没有人排班" hint="换一天看看，或请店长先排班。" />
    ) : (
      <Empty title="这家门店还没有登记房间" />
    );
  return (
    <TimeGrid
      calendar={calendar}
      columns={columns}
      isToday={isToday}
      byStaff={view === 'staff'}
      onDrop={view === 'staff' && may('appointments.move') ? move : undefined}
    />
  );
}

/** Moves by one drop. A refusal is told with the near times that are free; one of them is a click away. */
function useMoveOnBoard(calendar: Calendar): (drop: Drop) => void {
  const { notification, message } = App.useApp();
  const { openVisit } = useCommands();
  const { mutate } = useMoveVisit();
  const move = (drop: Drop) => {
    const { visit, fromStaffId, toStaffId } = drop;
    const staffName = calendar.staff.find(({ id }) => id === toStaffId)?.name ?? '';
    // What an earlier attempt was told is no longer true of this one.
    const notice = `move-${visit.id}`;
    notification.destroy(notice);
    const refused = (error: unknown) =>
      notification.warning({
        key: notice,
        placement: 'bottomRight',
        title: `${visit.customer.name}的预约没有改成`,
        description: (
          <>
            {sentenceOf(error)}
            <Alternatives
              error={error}
              today={calendar.now.slice(0, 10)}
              onPick={(start) => move(dropAt(drop, start))}
            />
          </>
        ),
        actions: (
          <Button size="small" onClick={() => openVisit(visit.id)}>
            看看这条预约
          </Button>
        ),
        duration: 12,
      });
    mutate(
      {
        id: visit.id,
        start: startAfter(drop),
        ...(fromStaffId === toStaffId ? {} : { staffId: toStaffId, fromStaffId }),
        version: visit.version,
        preview: visitAfter(drop, staffName),
      },
      {
        onSuccess: () => void message.success(`已为${visit.customer.name}改好时间`),
        onError: refused,
      },
    );
  };
  return move;
}
