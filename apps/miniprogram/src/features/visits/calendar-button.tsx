import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { AppointmentView, StoreView } from '@/api/types';
import { Tap } from '@/components/tap';
import { platform } from '@/platform';
import { serviceWords } from './visit-words';

const WORDS = { added: '已记到日历', denied: '没有日历权限' } as const;

/** Puts a visit into the phone's own calendar. Its title names no service: others look at calendars, too. */
export function CalendarButton({ visit, store }: { visit: AppointmentView; store: StoreView }) {
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const word = await platform.addToCalendar({
      ...{ id: visit.id, title: `${visit.storeName} 预约`, start: visit.start, end: visit.end },
      place: store.address,
      notes: `${serviceWords(visit)}\n电话 ${store.phone}`,
    });
    setBusy(false);
    if (word !== 'cancelled') await Taro.showToast({ title: WORDS[word], icon: 'none' });
  };
  return (
    <Tap
      className="store-action store-action--calendar t-visit-calendar"
      label="记到手机日历"
      onTap={() => void add()}
    >
      记到日历
    </Tap>
  );
}
