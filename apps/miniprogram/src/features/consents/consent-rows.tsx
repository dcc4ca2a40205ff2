import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useConsents, useNotices } from '@/api/consents';
import { LinkRow } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { routes } from '@/routes';
import { CONSENT_NAMES, standWord } from './consent-words';

/** Each consent by itself, with where the client stands; none is given for her. */
export function ConsentRows() {
  const consents = useConsents();
  return (
    <Loaded remote={consents} skeleton={<Skeleton lines={3} />}>
      {({ items }) => (
        <View className="card rows" id="consent-rows">
          {items.map((item) => (
            <LinkRow
              key={item.text.kind}
              id={`consent-${item.text.kind}`}
              title={CONSENT_NAMES[item.text.kind]}
              value={standWord(item)}
              onTap={() => void Taro.navigateTo({ url: routes.consent(item.text.kind) })}
            />
          ))}
        </View>
      )}
    </Loaded>
  );
}

/** The risk notices of a visit's services; nothing where none is asked for. */
export function NoticeRows({ serviceIds }: { serviceIds: readonly string[] }) {
  const notices = useNotices([...new Set(serviceIds)]);
  const asked = (notices.data?.items ?? []).filter(({ text }) => text.kind === 'notice');
  if (asked.length === 0) return null;
  const isWaiting = asked.some(({ stands }) => !stands);
  return (
    <View className="card t-notices" id="visit-notices">
      {isWaiting && <View className="note">有风险告知书要在开始服务前签好，现在就可以看。</View>}
      {asked.map((item) => (
        <LinkRow
          key={item.text.id}
          id={`notice-${item.text.serviceId}`}
          title={item.text.title}
          value={standWord(item)}
          onTap={() => void Taro.navigateTo({ url: routes.notice(item.text.serviceId ?? '') })}
        />
      ))}
    </View>
  );
}
