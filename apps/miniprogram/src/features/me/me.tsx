import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/api/me';
import type { ClientView } from '@/api/types';
import { useWallet } from '@/api/wallet';
import { Avatar } from '@/components/avatar';
import { LinkRow } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { waitingWords } from '@/features/questionnaires/questionnaire-words';
import { useMyQuestionnaires } from '@/features/questionnaires/use-my-questionnaires';
import { PhoneSheet } from '@/features/sign-in/phone-sheet';
import { routes } from '@/routes';
import './me.scss';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** The client's own page. */
export function Me() {
  const me = useMe();
  const wallet = useWallet();
  const questionnaires = useMyQuestionnaires();
  const [askPhone, setAskPhone] = useState(false);
  const closePhone = () => setAskPhone(false);
  return (
    <View className="stack">
      <Loaded remote={me} skeleton={<Skeleton lines={2} />}>
        {(client) => <Profile client={client} />}
      </Loaded>
      <View className="card rows">
        <LinkRow id="me-wallet" title="会员与储值" onTap={go(routes.wallet)} />
        <LinkRow
          id="me-tier"
          title="会员等级"
          value={wallet.data ? (wallet.data.tier ?? '普通会员') : ''}
          onTap={go(routes.tier)}
        />
        <LinkRow
          id="me-points"
          title="积分"
          value={wallet.data ? String(wallet.data.points) : ''}
          onTap={go(routes.points)}
        />
        <LinkRow id="me-coupons" title="我的优惠券" onTap={go(routes.coupons)} />
        <LinkRow id="me-code" title="会员码" onTap={go(routes.memberCode)} />
        <LinkRow id="me-bills" title="消费账单" onTap={go(routes.bills)} />
        <LinkRow id="me-orders" title="订单与支付" onTap={go(routes.orders)} />
      </View>
      <View className="card rows">
        <LinkRow id="me-visits" title="我的预约" onTap={go(routes.visits)} />
        <LinkRow
          id="me-name"
          title="我的称呼"
          value={me.data?.name ?? ''}
          onTap={go(routes.editName)}
        />
        <LinkRow id="me-profile" title="我的资料" onTap={go(routes.profile)} />
        <LinkRow
          id="me-questionnaires"
          title="我的问卷"
          value={waitingWords(questionnaires.data?.items ?? [])}
          onTap={go(routes.questionnaires)}
        />
        {me.data && (
          <LinkRow
            id="me-phone"
            title="手机号"
            value={me.data.phoneMasked ?? '未留'}
            onTap={() => setAskPhone(true)}
          />
        )}
      </View>
      <View className="card rows">
        <LinkRow id="me-help" title="帮助与联系" onTap={go(routes.help)} />
        <LinkRow id="me-privacy" title="隐私说明" onTap={go(routes.privacy)} />
      </View>
      {askPhone && <PhoneSheet onBound={closePhone} onClose={closePhone} />}
    </View>
  );
}

function Profile({ client }: { client: ClientView }) {
  return (
    <View className="card row profile t-profile" id="profile">
      <Avatar name={client.name || '客'} />
      <View className="grow">
        <View className="section ellipsis">{client.name || '新朋友'}</View>
        <View className="note figures">
          {client.memberNo ? `客户编号 ${client.memberNo}` : '欢迎来到颜册'}
        </View>
      </View>
    </View>
  );
}
