import { View } from '@tarojs/components';
import { useMe } from '@/api/me';
import { Loaded, Skeleton } from '@/components/states';
import { EditName } from '@/features/me/edit-name';

export default function NamePage() {
  const me = useMe();
  return (
    <View className="page" id="page-name">
      <Loaded remote={me} skeleton={<Skeleton lines={2} />}>
        {(client) => <EditName current={client.name} />}
      </Loaded>
    </View>
  );
}
