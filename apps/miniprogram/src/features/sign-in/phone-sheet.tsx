import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { sentenceOf } from '@/lib/failure';
import { PhoneButton } from '@/platform';
import { PhoneForm } from './phone-form';
import type { SharedPhone } from './shared-phone';
import { usePhoneBinding } from './use-phone-binding';
import './phone-sheet.scss';

interface PhoneSheetProps {
  /** Why the salon asks; what it is for unless told. */
  why?: string;
  /** The number is bound. */
  onBound(): void;
  /** Going on without a number; left out where the store insists on one. */
  onSkip?(): void;
  onClose(): void;
}

const WHY = '时间有变动时，门店好联系到您。只用于预约和服务，不作推销。';

/** Asks for a phone number: by WeChat in one tap, or typed and proven by an SMS code. */
export function PhoneSheet({ why = WHY, onBound, onSkip, onClose }: PhoneSheetProps) {
  const binding = usePhoneBinding(onBound);
  const [refused, setRefused] = useState(false);
  return (
    <Sheet id="phone-sheet" title={titleOf(binding.shared)} onClose={onClose}>
      {binding.problem !== undefined && (
        <View className="alert phone-sheet__alert" id="phone-problem" role="alert">
          {sentenceOf(binding.problem)}
        </View>
      )}
      {binding.shared ? (
        <FileChoice
          shared={binding.shared}
          busy={binding.busy}
          onPick={(customerId, proof) => void binding.bind({ proof, customerId })}
        />
      ) : (
        <View className="stack">
          <View className="note">{why}</View>
          <PhoneButton
            disabled={binding.busy}
            onCode={(code) => void binding.bind({ code })}
            onRefused={() => setRefused(true)}
          >
            用微信手机号
          </PhoneButton>
          {refused && <View className="note">没有取到微信手机号，可以在下面手动填写。</View>}
          <View className="phone-sheet__or note">或者手动填写</View>
          <PhoneForm binding={binding} />
          {onSkip && (
            <Button id="phone-skip" kind="quiet" disabled={binding.busy} onTap={onSkip}>
              暂不留手机
            </Button>
          )}
        </View>
      )}
    </Sheet>
  );
}

function titleOf(shared: SharedPhone | undefined): string {
  if (!shared) return '留个手机号';
  return shared.candidates.length > 0 ? '这是谁的档案？' : '手机号已被使用';
}

interface FileChoiceProps {
  shared: SharedPhone;
  busy: boolean;
  onPick(customerId: string, proof: string): void;
}

/** A family shares the phone: whose file is it? */
function FileChoice({ shared, busy, onPick }: FileChoiceProps) {
  return (
    <View className="stack">
      <View className="note">
        {shared.candidates.length > 0
          ? '这个手机号登记在几位顾客名下，请选择您自己。'
          : '这个手机号的档案已绑定另一个微信。如果那也是您，请联系门店核实；也可以先以新档案继续。'}
      </View>
      {shared.candidates.map((file) => (
        <Tap
          key={file.id}
          id={`file-${file.id}`}
          className="file-choice"
          disabled={busy}
          onTap={() => onPick(file.id, shared.proof)}
        >
          {file.nameMasked}
        </Tap>
      ))}
      <Button id="file-new" kind="quiet" disabled={busy} onTap={() => onPick('new', shared.proof)}>
        {shared.candidates.length > 0 ? '都不是，新建我的档案' : '以新档案继续'}
      </Button>
    </View>
  );
}
