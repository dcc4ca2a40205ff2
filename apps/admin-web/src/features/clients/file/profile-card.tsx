import { dayWords } from '@yance/shared-types';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type {
  ClientFile,
  ClientProfile,
  ContactDetail,
  ProfileNames,
} from '../../../shared/api/contract';
import { daysBetween } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { ToneTag } from '../../../shared/ui/amount';
import { Card, Facts } from '../../../shared/ui/page';
import { TAG_TONES, tagWords } from '../../../shared/ui/tag-color';
import { ChangesDrawer } from './changes-drawer';
import { PRESSURE_WORDS, TALK_WORDS } from '../../../shared/care/like-words';
import { ContactLine } from './contact-line';
import { fieldWord } from './field-words';
import styles from './file.module.css';
import { ProfileDrawer } from './profile-drawer';
import { StandingLines } from './standing-lines';
import { TagsDrawer } from './tags-drawer';
import { namesOf, useNamesOf } from './use-names';

const CONTACTS: readonly ContactDetail[] = ['wechatName', 'email', 'address'];

type Opened = 'profile' | 'tags' | 'changes' | null;

/** What is known of a client: tags first, then who answers for her, how to reach her, and what she likes. */
export function ProfileCard({
  file,
  profile,
  names,
}: {
  file: ClientFile;
  profile: ClientProfile;
  /** Behind the ids of the profile as it was when the page was opened. */
  names: ProfileNames;
}) {
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
      {file.state === 'active' && <StandingLines clientId={file.id} standing={profile.standing} />}
      <div className={styles.tags} data-testid="file-tags">
        {profile.tags.map((tag) => (
          <ToneTag key={tag.id} tone={TAG_TONES[tag.color]}>
            {tagWords(tag)}
          </ToneTag>
        ))}
        {profile.tags.length === 0 && <span className="note">还没有标签</span>}
        {may('clients.write') && (
          <Button size="small" type="text" onClick={() => setOpened('tags')} data-testid="file-tag">
            选标签
          </Button>
        )}
      </div>
      <Known clientId={file.id} profile={profile} given={names} />
      {opened === 'profile' && <ProfileDrawer file={file} profile={profile} onClose={close} />}
      {opened === 'tags' && <TagsDrawer clientId={file.id} profile={profile} onClose={close} />}
      {opened === 'changes' && <ChangesDrawer clientId={file.id} onClose={close} />}
    </Card>
  );
}

/** `农历8月15日 · 还有 12 天`. */
function occasionLine(one: ClientProfile['occasions'][number], today: string): string {
  const words = dayWords(one) ?? '';
  if (one.nextOn === null) return `${words} · 已过`;
  const days = daysBetween(today, one.nextOn);
  return `${words} · ${days === 0 ? '就是今天' : `还有 ${days} 天`}`;
}

/** Only what is known: a file is not a list of what is missing. */
function Known({
  clientId,
  profile,
  given,
}: {
  clientId: string;
  profile: ClientProfile;
  given: ProfileNames;
}) {
  const names = useNamesOf(profile, given);
  const today = useToday(useDesk().store.id);
  const { preferences, contact, referrer } = profile;
  const { pressure, talk, brands, scents, staffIds, serviceIds } = preferences;
  const facts = [
    {
      name: '专属顾问',
      value: namesOf(names.staff, profile.consultantId ? [profile.consultantId] : []),
    },
    { name: '本店编号', value: profile.ownNo },
    {
      name: '介绍人',
      value: referrer && <Link to={`/clients/${referrer.id}`}>{referrer.name}</Link>,
    },
    { name: '职业', value: profile.occupation },
    ...CONTACTS.map((detail) => ({
      name: fieldWord(detail),
      value: contact[detail] && <ContactLine {...{ clientId, detail, masked: contact[detail] }} />,
    })),
    ...profile.occasions.map((one) => ({ name: one.label, value: occasionLine(one, today) })),
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
