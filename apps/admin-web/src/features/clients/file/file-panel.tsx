import type { ClientFile, ProfileNames } from '../../../shared/api/contract';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { useProfile } from './api/profile';
import { FamilyCard } from './family-card';
import { Notes } from './notes';
import { PhonesCard } from './phones-card';
import { ProfileCard } from './profile-card';

/** The file beyond its basics: what is known of her, and what is noted. */
export function FilePanel({ file, names }: { file: ClientFile; names: ProfileNames }) {
  const profile = useProfile(file.id);
  return (
    <>
      <PhonesCard file={file} />
      <Loaded query={profile} rows={4}>
        {(known) => (
          <>
            <ProfileCard file={file} profile={known} names={names} />
            <FamilyCard file={file} profile={known} />
          </>
        )}
      </Loaded>
      <Card title="备注">
        <Notes clientId={file.id} />
      </Card>
    </>
  );
}
