import { Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { ClientFile, ClientPatch, ClientProfile } from '../../../shared/api/contract';
import { ClientSearch } from '../../../shared/ui/client-search';
import { SaveDrawer } from '../../../shared/ui/save-drawer';
import { useSaveProfile } from './api/profile';
import { PRESSURE_WORDS, TALK_WORDS, type Pressure, type Talk } from './file-words';
import styles from './file.module.css';
import { useNames, type Names } from './use-names';

interface Fields {
  ownNo: string;
  consultantId: string | undefined;
  referrer: { id: string; name: string } | null;
  occupation: string;
  wechatName: string;
  email: string;
  address: string;
  preferredStaffIds: string[];
  usualServiceIds: string[];
  pressure: Pressure | '';
  talk: Talk | '';
  scents: string;
  brands: string;
}

const fieldsOf = ({ preferences, contact, ...profile }: ClientProfile): Fields => ({
  ownNo: profile.ownNo ?? '',
  consultantId: profile.consultantId ?? undefined,
  referrer: profile.referrer,
  occupation: profile.occupation,
  ...{ wechatName: contact?.wechatName ?? '', email: contact?.email ?? '' },
  address: contact?.address ?? '',
  preferredStaffIds: preferences.staffIds,
  usualServiceIds: preferences.serviceIds,
  ...{ pressure: preferences.pressure ?? '', talk: preferences.talk ?? '' },
  ...{ scents: preferences.scents, brands: preferences.brands },
});

const patchOf = (
  version: number,
  { referrer, consultantId, pressure, talk, ...rest }: Fields,
): ClientPatch => ({
  ...rest,
  consultantId: consultantId ?? null,
  referrerId: referrer?.id ?? null,
  pressure: pressure || null,
  talk: talk || null,
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
          {profile.contact && <Contact />}
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
          label="自编号"
          extra="店里自己的编号，字母和数字"
          rules={[{ pattern: /^[0-9A-Za-z][0-9A-Za-z_-]*$/, message: '只能用字母、数字和横线' }]}
        >
          <Input maxLength={24} data-testid="profile-own-no" />
        </Form.Item>
      </div>
      <Form.Item name="referrer" label="介绍人">
        <Referrer clientId={clientId} />
      </Form.Item>
      <Form.Item name="occupation" label="职业">
        <Input maxLength={40} data-testid="profile-occupation" />
      </Form.Item>
    </>
  );
}

/** A client picked by the search box; the form hands in value and onChange. */
function Referrer({
  clientId,
  value = null,
  onChange,
}: {
  clientId: string;
  value?: Fields['referrer'];
  onChange?: (value: Fields['referrer']) => void;
}) {
  const [isSelf, setSelf] = useState(false);
  if (value)
    return (
      <span className={styles.referrer}>
        {value.name}
        <button type="button" className={styles.link} onClick={() => onChange?.(null)}>
          去掉
        </button>
      </span>
    );
  return (
    <>
      <ClientSearch
        testId="profile-referrer"
        placeholder="姓名、拼音、手机尾号、会员号"
        onPick={({ id, name }) => {
          setSelf(id === clientId);
          if (id !== clientId) onChange?.({ id, name });
        }}
      />
      {isSelf && <span className="note">介绍人不能是顾客自己。</span>}
    </>
  );
}

const Contact = () => (
  <>
    <div className={styles.pair}>
      <Form.Item name="wechatName" label="微信名">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="email" label="邮箱" rules={[{ type: 'email', message: '请填写有效的邮箱' }]}>
        <Input maxLength={100} inputMode="email" data-testid="profile-email" />
      </Form.Item>
    </div>
    <Form.Item name="address" label="居住区域">
      <Input maxLength={100} placeholder="例如：徐汇区 衡山路一带" />
    </Form.Item>
  </>
);

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
