import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { Outlet, useNavigate, useSearchParams } from 'react-router';
import { useShortcuts } from '../../shared/keyboard/use-shortcuts';
import { useLive } from '../../shared/live/use-live';
import { useDesk } from '../../shared/session/desk';
import { CommandsProvider, type BookingPreset, type UiCommands } from '../../shared/ui-commands';
import { Loading } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { Escalated } from './escalated';
import { Header } from './header';
import { HelpSheet } from './help-sheet';
import { Navigation } from './navigation';
import { SECTIONS } from './sections';
import styles from './shell.module.css';

const BookingDrawer = lazy(() => import('../../features/booking/booking-drawer'));
const RecordDrawer = lazy(() => import('../../features/care/record/record-drawer'));
const VisitDrawer = lazy(() => import('../../features/board/visit/visit-drawer'));

/** The frame around every page: header, navigation, live line, keyboard, and the drawers any page may open. */
export function Shell() {
  const desk = useDesk();
  const narrow = useNarrow();
  const isLive = useLive(desk.store.id, desk.may('calendar.read'));
  const searchBox = useRef<InputRef>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { commands, visitId, closeVisit, recordOf, closeRecord, booking, closeBooking } =
    useDrawers();
  const sections = useMemo(
    () => SECTIONS.filter(({ permissions }) => permissions.some(desk.may)),
    [desk],
  );
  const navigate = useNavigate();
  useShortcuts({
    '/': () => searchBox.current?.focus(),
    n: () => desk.may('appointments.book') && commands.openBooking(),
    '?': () => setHelpOpen(true),
    ...Object.fromEntries(sections.map(({ keys, path }) => [keys, () => void navigate(path)])),
  });
  return (
    <CommandsProvider value={commands}>
      <div className={styles.shell}>
        <Header searchBox={searchBox} onHelp={() => setHelpOpen(true)} />
        <Navigation sections={sections} narrow={narrow} />
        <main className={styles.main}>
          {!isLive && (
            <p className={styles.offline} role="status" data-testid="live-lost">
              实时更新已断开，正在重连
            </p>
          )}
          <Escalated />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense fallback={null}>
        {booking && (
          <BookingDrawer key={booking.attempt} preset={booking.preset} onClose={closeBooking} />
        )}
        {visitId && <VisitDrawer id={visitId} onClose={closeVisit} />}
        {recordOf && <RecordDrawer visitId={recordOf} onClose={closeRecord} />}
      </Suspense>
      <HelpSheet open={isHelpOpen} onClose={() => setHelpOpen(false)} sections={sections} />
    </CommandsProvider>
  );
}

/** The open visit and the open record stand in the address: they can be linked, and the back button closes them. */
function useDrawers() {
  const [search, setSearch] = useSearchParams();
  const [booking, setBooking] = useState<{ attempt: number; preset: BookingPreset } | null>(null);
  const attempts = useRef(0);
  const setOpen = useCallback(
    (what: 'visit' | 'record', id: string | null) =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (id) after.set(what, id);
        else after.delete(what);
        return after;
      }),
    [setSearch],
  );
  const latest = useRef(setOpen);
  latest.current = setOpen;
  const commands = useMemo<UiCommands>(
    () => ({
      openBooking: (preset = {}) => {
        attempts.current += 1;
        setBooking({ attempt: attempts.current, preset });
      },
      openVisit: (id) => latest.current('visit', id),
      openRecord: (visitId) => latest.current('record', visitId),
    }),
    [],
  );
  return {
    commands,
    visitId: search.get('visit'),
    closeVisit: () => setOpen('visit', null),
    recordOf: search.get('record'),
    closeRecord: () => setOpen('record', null),
    booking,
    closeBooking: () => setBooking(null),
  };
}
