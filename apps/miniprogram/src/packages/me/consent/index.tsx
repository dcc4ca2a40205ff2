import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ConsentDetail, NoticeDetail } from '@/features/consents/consent-detail';

export default function ConsentPage() {
  const { kind, serviceId } = useRouter().params;
  return (
    <View className="page" id="page-consent">
      {serviceId ? <NoticeDetail serviceId={serviceId} /> : <ConsentDetail kind={kind ?? ''} />}
    </View>
  );
}
