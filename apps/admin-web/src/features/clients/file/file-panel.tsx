import type { ClientFile } from '../../../shared/api/contract';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { useProfile } from './api/profile';
import { Notes } from './notes';
import { ProfileCard } from './profile-card';

/** The file beyond its basics: what is known of her, and what is noted. */
export function FilePanel({ file }: { file: ClientFile }) {
  const profile = useProfile(file.id);
  return (
    <>
      <Loaded query={profile} rows={4}>
        {(known) => <ProfileCard file={file} profile={known} />}
      </Loaded>
      <Card title="备注">
        <Notes clientId={file.id} />
      </Card>
    </>
  );
}
