import {
  CalendarOutlined,
  LogoutOutlined,
  PlusOutlined,
  QuestionCircleOutlined,
  ScheduleOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { App, Button, Dropdown, Select, type InputRef } from 'antd';
import { STAFF_ROLE_WORDS } from '@yance/shared-types';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CalendarLinkDrawer } from '../../features/calendar-link';
import { useSignOut } from '../../features/session';
import { sentenceOf } from '../../shared/api/problem';
import { useStores } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { tokens } from '../../shared/theme/tokens';
import { useCommands } from '../../shared/ui-commands';
import { ClientSearch } from '../../shared/ui/client-search';
import { useNarrow } from '../../shared/ui/use-width';
import styles from './shell.module.css';

/** Brand, store, the one search box, a new booking, and who is signed in. */
export function Header({
  searchBox,
  onHelp,
}: {
  searchBox: React.RefObject<InputRef>;
  onHelp: () => void;
}) {
  const { store, session, chooseStore, may } = useDesk();
  const { openBooking } = useCommands();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const stores = useStores();
  const shortNames = new Map(stores.data?.map(({ id, shortName }) => [id, shortName]));
  return (
    <header className={styles.header}>
      <span className={styles.brand}>{tokens.brandName}</span>
      <Select
        className={styles.store}
        value={store.id}
        onChange={chooseStore}
        options={session.staff.stores.map(({ id, name }) => ({
          value: id,
          label: (narrow && shortNames.get(id)) || name,
        }))}
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label="门店"
        data-testid="store-picker"
      />
      {may('clients.read') && (
        <div className={styles.search}>
          <ClientSearch
            inputRef={searchBox}
            onPick={({ id }) => void navigate(`/clients/${id}`)}
            testId="client-search"
          />
        </div>
      )}
      <div className={styles.actions}>
        {may('appointments.book') && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => openBooking()}
            aria-label="新预约"
            data-testid="new-booking"
          >
            <span className={styles.wideOnly}>新预约</span>
          </Button>
        )}
        <span className={styles.wideOnly}>
          <Button
            type="text"
            icon={<QuestionCircleOutlined aria-hidden />}
            aria-label="快捷键帮助"
            onClick={onHelp}
          />
        </span>
        <AccountMenu />
      </div>
    </header>
  );
}

function AccountMenu() {
  const { session, may } = useDesk();
  const { staff } = session;
  const { message } = App.useApp();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [isLinking, setLinking] = useState(false);
  const roles = staff.roles.map((role) => STAFF_ROLE_WORDS[role]).join('、');
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: `${staff.name} · ${roles}`, disabled: true },
            { type: 'divider' },
            { key: 'shifts', icon: <ScheduleOutlined aria-hidden />, label: '我的排班与请假' },
            ...(may('calendar.read')
              ? [{ key: 'calendar', icon: <CalendarOutlined aria-hidden />, label: '我的日历订阅' }]
              : []),
            { key: 'out', icon: <LogoutOutlined aria-hidden />, label: '退出登录' },
          ],
          onClick: ({ key }) => {
            if (key === 'shifts') void navigate('/my-shifts');
            if (key === 'calendar') setLinking(true);
            if (key === 'out')
              signOut.mutate(undefined, {
                onError: (error) => void message.error(sentenceOf(error)),
              });
          },
        }}
      >
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          aria-label="账号"
          data-testid="account"
        >
          <span className={styles.wideOnly}>{staff.name}</span>
        </Button>
      </Dropdown>
      {isLinking && <CalendarLinkDrawer onClose={() => setLinking(false)} />}
    </>
  );
}
