import Taro from '@tarojs/taro';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { updateMe } from '@/api/me';
import { Button } from '@/components/button';
import { sentenceOf } from '@/lib/failure';

const MAX_LENGTH = 20;

/** How the salon calls the client. */
export function EditName({ current }: { current: string }) {
  const [name, setName] = useState(current);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const wanted = name.trim();

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      await updateMe({ name: wanted });
      void Taro.navigateBack();
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  }

  return (
    <View className="stack">
      <View className="note">门店会这样称呼您。</View>
      <View className="field">
        <Input
          id="name-input"
          className="field__input t-name-input"
          value={name}
          maxlength={MAX_LENGTH}
          placeholder="例如：张小美"
          placeholderClass="field__hint"
          aria-label="称呼"
          onInput={({ detail }) => setName(detail.value)}
        />
      </View>
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button
        id="name-save"
        disabled={wanted === '' || wanted === current}
        busy={busy}
        onTap={() => void save()}
      >
        保存
      </Button>
    </View>
  );
}
