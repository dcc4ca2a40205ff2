import { Form, Input, Segmented, Select } from 'antd';
import type { ClientFile, ClientPatch, ClientProfile } from '../../../shared/api/contract';
import { SaveDrawer } from '../../../shared/ui/save-drawer';
import { useSaveProfile } from './api/profile';
import {
  PRESSURE_WORDS,
  TALK_WORDS,
  type Pressure,
  type Talk,
} from '../../../shared/care/like-words';
import { ContactFields } from './contact-line';
import { Picked } from './family-card';
import {
  OccasionFields,
  occasionFieldsOf,
  occasionsOf,
  type OccasionFields as TypedOccasion,
} from './occasion-fields';
import styles from './file.module.css';
import { useNames, type Names } from './use-names';

interface Fields {
  ownNo: string;
  consultantId: string | undefined;
  referrer: { id: string; name: string } | null;
  occupation: string;
  /** Undefined for what is to stay. */
  wechatName: string | undefined;
  email: string | undefined;
  address: string | undefined;
  preferredStaffIds: string[];
  usualServiceIds: string[];
  pressure: Pressure | '';
  talk: Talk | '';
  scents: string;
  brands: string;
  occasions: TypedOccasion[];
}

const fieldsOf = ({ preferences, ...profile }: ClientProfile): Fields => ({
  ownNo: profile.ownNo ?? '',
  consultantId: profile.consultantId ?? undefined,
  referrer: profile.referrer,
  occupation: profile.occupation,
  ...{ wechatName: undefined, email: undefined, address: undefined },
  preferredStaffIds: preferences.staffIds,
  usualServiceIds: preferences.serviceIds,
  ...{ pressure: preferences.pressure ?? '', talk: preferences.talk ?? '' },
  ...{ scents: preferences.scents, brands: preferences.brands },
  occasions: occasionFieldsOf(profile.occasions),
});

const patchOf = (
  version: number,
  { referrer, consultantId, pressure, talk, occasions, ...rest }: Fields,
): ClientPatch => ({
  ...rest,
  consultantId: consultantId ?? null,
  referrerId: referrer?.id ?? null,
  pressure: pressure || null,
  talk: talk || null,
  occasions: occasionsOf(occasions),
  version,
});

interface Props {
  file: ClientFile;
  profile: ClientProfile;
  onClose: () => void;
}

/** All that is known of a client beyond the basics, to be said anew. */
export function ProfileDrawer({ file, profile, onClose }: Props) {
  const names = useNames();
  return (
    <SaveDrawer
      title="补充资料"
      width={520}
      testId="profile"
      initial={fieldsOf(profile)}
      saving={useSaveProfile(file.id)}
      bodyOf={(_, all) => patchOf(file.version, all)}
      onClose={onClose}
    >
      {() => (
        <>
          <Belonging names={names} clientId={file.id} />
          <ContactFields contact={profile.contact} />
          <OccasionFields />
          <Likes names={names} />
        </>
      )}
    </SaveDrawer>
  );
}

const options = (list: Names['staff']) => list.map(({ id, name }) => ({ value: id, label: name }));
const choices = <Code extends string>(words: Readonly<Record<Code, string>>) => [
  { value: '', label: '未问' },
  ...Object.entries<string>(words).map(([value, label]) => ({ value, label })),
];
const SEARCH = { optionFilterProp: 'label' };

function Belonging({ names, clientId }: { names: Names; clientId: string }) {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="consultantId" label="专属顾问">
          <Select
            allowClear
            showSearch={SEARCH}
            options={options(names.staff)}
            placeholder="谁来照顾她"
            data-testid="profile-consultant"
          />
        </Form.Item>
        <Form.Item
          name="ownNo"
          label="本店编号"
          extra="店里自己的编号，字母和数字"
          rules={[{ pattern: /^[0-9A-Za-z][0-9A-Za-z_-]*$/, message: '只能用字母、数字和横线' }]}
        >
          <Input maxLength={24} data-testid="profile-own-no" />
        </Form.Item>
      </div>
      <Form.Item name="referrer" label="介绍人">
        <Picked clientId={clientId} testId="profile-referrer" emptyWord="去掉" />
      </Form.Item>
      <Form.Item name="occupation" label="职业">
        <Input maxLength={40} data-testid="profile-occupation" />
      </Form.Item>
    </>
  );
}

const Likes = ({ names }: { names: Names }) => (
  <>
    <Form.Item name="preferredStaffIds" label="指定人员">
      <Select mode="multiple" showSearch={SEARCH} maxCount={20} options={options(names.staff)} />
    </Form.Item>
    <Form.Item name="usualServiceIds" label="常做项目">
      <Select mode="multiple" showSearch={SEARCH} maxCount={20} options={options(names.services)} />
    </Form.Item>
    <Form.Item name="pressure" label="手法力度">
      <Segmented options={choices(PRESSURE_WORDS)} />
    </Form.Item>
    <Form.Item name="talk" label="聊天">
      <Segmented options={choices(TALK_WORDS)} />
    </Form.Item>
    <div className={styles.pair}>
      <Form.Item name="scents" label="香味">
        <Input
          maxLength={100}
          placeholder="例如：喜欢茉莉，不要薰衣草"
          data-testid="profile-scents"
        />
      </Form.Item>
      <Form.Item name="brands" label="产品品牌">
        <Input maxLength={200} />
      </Form.Item>
    </div>
  </>
);
