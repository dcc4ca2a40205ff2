import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClientFile, ClientProfile } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { ToneTag } from '../../../shared/ui/amount';
import { Card, Facts } from '../../../shared/ui/page';
import { TAG_TONES } from '../../../shared/ui/tag-color';
import { ChangesDrawer } from './changes-drawer';
import { PRESSURE_WORDS, TALK_WORDS } from './file-words';
import styles from './file.module.css';
import { ProfileDrawer } from './profile-drawer';
import { TagsDrawer } from './tags-drawer';
import { namesOf, useNames } from './use-names';

type Opened = 'profile' | 'tags' | 'changes' | null;

/** What is known of a client: tags first, then who answers for her, how to reach her, and what she likes. */
export function ProfileCard({ file, profile }: { file: ClientFile; profile: ClientProfile }) {
  const { may } = useDesk();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <Card
      title="档案"
      extra={
        <span className={styles.acts}>
          <Button
            size="small"
            type="text"
            onClick={() => setOpened('changes')}
            data-testid="file-changes"
          >
            修改记录
          </Button>
          {may('clients.write') && (
            <Button size="small" onClick={() => setOpened('profile')} data-testid="file-edit">
              补充资料
            </Button>
          )}
        </span>
      }
    >
      <div className={styles.tags} data-testid="file-tags">
        {profile.tags.map(({ id, name, color }) => (
          <ToneTag key={id} tone={TAG_TONES[color]}>
            {name}
          </ToneTag>
        ))}
        {profile.tags.length === 0 && <span className="note">还没有标签</span>}
        {may('clients.write') && (
          <Button size="small" type="text" onClick={() => setOpened('tags')} data-testid="file-tag">
            选标签
          </Button>
        )}
      </div>
      <Known profile={profile} />
      {opened === 'profile' && <ProfileDrawer file={file} profile={profile} onClose={close} />}
      {opened === 'tags' && <TagsDrawer clientId={file.id} profile={profile} onClose={close} />}
      {opened === 'changes' && <ChangesDrawer clientId={file.id} onClose={close} />}
    </Card>
  );
}

/** Only what is known: a file is not a list of what is missing. */
function Known({ profile }: { profile: ClientProfile }) {
  const names = useNames();
  const { preferences, contact, referrer } = profile;
  const { pressure, talk, brands, scents, staffIds, serviceIds } = preferences;
  const facts = [
    {
      name: '专属顾问',
      value: namesOf(names.staff, profile.consultantId ? [profile.consultantId] : []),
    },
    { name: '自编号', value: profile.ownNo },
    {
      name: '介绍人',
      value: referrer && <Link to={`/clients/${referrer.id}`}>{referrer.name}</Link>,
    },
    { name: '职业', value: profile.occupation },
    { name: '微信名', value: contact?.wechatName },
    { name: '邮箱', value: contact?.email },
    { name: '居住区域', value: contact?.address },
    { name: '指定人员', value: namesOf(names.staff, staffIds) },
    { name: '常做项目', value: namesOf(names.services, serviceIds) },
    { name: '手法力度', value: pressure && PRESSURE_WORDS[pressure] },
    { name: '聊天', value: talk && TALK_WORDS[talk] },
    { name: '香味', value: scents },
    { name: '产品品牌', value: brands },
  ].filter(({ value }) => value);
  if (facts.length === 0) return null;
  return (
    <div data-testid="file-facts">
      <Facts items={facts} />
    </div>
  );
}
