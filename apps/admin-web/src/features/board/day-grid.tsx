import { App } from 'antd';
import { useMemo } from 'react';
import type { Calendar } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { Empty } from '../../shared/ui/states';
import { useMoveVisit } from './api/move-visit';
import type { BoardView } from './board-toolbar';
import { roomColumns, staffColumns } from './grid/columns';
import { startAfter, visitAfter, type Drop } from './grid/drop';
import { TimeGrid } from './grid/time-grid';
import { explainRefusal } from './refusal';

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
  const columns = useMemo(
    () => (view === 'staff' ? staffColumns(calendar) : roomColumns(calendar)),
    [calendar, view],
  );
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

function useMoveOnBoard(calendar: Calendar): (drop: Drop) => void {
  const { notification, message } = App.useApp();
  const { openVisit } = useCommands();
  const { mutate } = useMoveVisit();
  return (drop) => {
    const { visit, fromStaffId, toStaffId } = drop;
    const staffName = calendar.staff.find(({ id }) => id === toStaffId)?.name ?? '';
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
        onError: (error) =>
          notification.warning({
            placement: 'bottomRight',
            title: '没有改成',
            description: explainRefusal(error),
            onClick: () => openVisit(visit.id),
            duration: 8,
          }),
      },
    );
  };
}
