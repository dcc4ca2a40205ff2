import { Input, View } from '@tarojs/components';
import type { GuardianDraft } from '@/api/types';
import { Tap } from '@/components/tap';
import './consents.scss';

const RELATIONS = ['母亲', '父亲', '其他监护人'];
export const NOBODY: GuardianDraft = { name: '', relation: RELATIONS[0] ?? '', phone: '' };

/** Whether it names somebody whom the salon can reach. */
export const isGuardian = ({ name, phone }: GuardianDraft): boolean =>
  name.trim().length > 1 && phone.length === 11;

/** The way for a guardian to say so; nothing is assumed of whoever holds the phone. */
export const GuardianOpen = ({ onOpen }: { onOpen(): void }) => (
  <Tap id="guardian-open" className="consent-guardian" onTap={onOpen}>
    我是监护人，替未成年人签
  </Tap>
);

/** Who answers for a client who is too young. */
export function GuardianFields({
  guardian,
  below,
  onChange,
}: {
  guardian: GuardianDraft;
  below: number;
  onChange(next: GuardianDraft): void;
}) {
  return (
    <View className="stack" id="guardian">
      <View className="note">未满 {below} 周岁的，由父母或其他监护人看过并签名。</View>
      <View className="field">
        <Input
          id="guardian-name"
          className="field__input t-guardian-name"
          value={guardian.name}
          maxlength={20}
          placeholder="监护人姓名"
          placeholderClass="field__hint"
          aria-label="监护人姓名"
          onInput={({ detail }) => onChange({ ...guardian, name: detail.value })}
        />
      </View>
      <View className="consent-relations">
        {RELATIONS.map((relation) => (
          <Tap
            key={relation}
            className="chip"
            selected={relation === guardian.relation}
            onTap={() => onChange({ ...guardian, relation })}
          >
            {relation}
          </Tap>
        ))}
      </View>
      <View className="field">
        <Input
          id="guardian-phone"
          className="field__input t-guardian-phone"
          type="number"
          value={guardian.phone}
          maxlength={11}
          placeholder="监护人手机号"
          placeholderClass="field__hint"
          aria-label="监护人手机号"
          onInput={({ detail }) => onChange({ ...guardian, phone: detail.value })}
        />
      </View>
    </View>
  );
}
