import { View } from '@tarojs/components';
import { useOwnProfile } from '@/api/me';
import { Loaded, Skeleton } from '@/components/states';
import { ProfileForm } from '@/features/me/profile-form';

export default function ProfilePage() {
  const profile = useOwnProfile();
  return (
    <View className="page" id="page-profile">
      <Loaded remote={profile} skeleton={<Skeleton lines={6} />}>
        {(known) => <ProfileForm key={known.version} profile={known} />}
      </Loaded>
    </View>
  );
}
