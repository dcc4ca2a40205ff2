import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ownProfileChanged, saveOwnProfile } from '@/api/me';
import type { OwnProfile } from '@/api/types';
import { Button } from '@/components/button';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { OccasionRows } from './occasion-rows';
import { Chips, Line } from './profile-controls';
import { faultOf, fieldsOf, patchOf, type ProfileFields } from './profile-fields';
import './profile.scss';

const GENDERS = [
  ['female', '女'],
  ['male', '男'],
  ['unknown', '不说'],
] as const;
const PRESSURES = [
  ['light', '轻一点'],
  ['medium', '适中'],
  ['firm', '重一点'],
] as const;
const TALKS = [
  ['quiet', '喜欢安静'],
  ['either', '都可以'],
  ['talkative', '喜欢聊天'],
] as const;

/** What the client tells the salon of herself; nothing here has to be told but a name. */
export function ProfileForm({ profile }: { profile: OwnProfile }) {
  const [fields, setFields] = useState(() => fieldsOf(profile));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const set = (change: Partial<ProfileFields>) => setFields({ ...fields, ...change });

  async function save() {
    const fault = faultOf(fields);
    setProblem(fault);
    if (fault !== undefined) return;
    setBusy(true);
    try {
      await saveOwnProfile(patchOf(fields, profile.version));
      void Taro.showToast({ title: '已保存', icon: 'success' });
    } catch (failure) {
      const sentence = sentenceOf(failure);
      if (failure instanceof ApiProblem && failure.is('CLIENT_CHANGED')) {
        // The form begins anew with what the salon wrote meanwhile, so the words cannot stand in it.
        void Taro.showToast({ title: sentence, icon: 'none', duration: 4_000 });
        ownProfileChanged();
      } else setProblem(sentence);
    }
    setBusy(false);
  }

  return (
    <View className="stack">
      <View className="note">告诉我们多少都可以，只用来把您照顾得更好。</View>
      <View className="card stack">
        <Line
          id="profile-name"
          name="称呼"
          value={fields.name}
          most={20}
          onInput={(name) => set({ name })}
        />
        <Chips
          id="gender"
          name="性别"
          options={GENDERS}
          value={fields.gender}
          onChoose={(gender) => set({ gender: gender ?? 'unknown' })}
        />
        <Line
          id="profile-birthday"
          name="生日"
          hint="1990-5-12、5-12 或 农历5-12"
          value={fields.birthday}
          most={16}
          onInput={(birthday) => set({ birthday })}
        />
      </View>
      <OccasionRows rows={fields.occasions} onChange={(occasions) => set({ occasions })} />
      <View className="card stack">
        <View className="section">护理时的喜好</View>
        <Chips
          id="pressure"
          name="手法力度"
          options={PRESSURES}
          value={fields.pressure}
          onChoose={(pressure) => set({ pressure })}
        />
        <Chips
          id="talk"
          name="聊天"
          options={TALKS}
          value={fields.talk}
          onChoose={(talk) => set({ talk })}
        />
        <Line
          id="profile-scents"
          name="香味"
          hint="例如：喜欢茉莉"
          value={fields.scents}
          most={100}
          onInput={(scents) => set({ scents })}
        />
        <Line
          id="profile-brands"
          name="产品品牌"
          hint="喜欢或不喜欢的"
          value={fields.brands}
          most={200}
          onInput={(brands) => set({ brands })}
        />
      </View>
      {problem !== undefined && (
        <View className="alert" role="alert">
          {problem}
        </View>
      )}
      <Button id="profile-save" busy={busy} onTap={() => void save()}>
        保存
      </Button>
    </View>
  );
}
