import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { sendSmsCode } from '@/api/phone';
import { Button } from '@/components/button';
import { digitsOf, isMobile, isSmsCode } from './phone-number';
import { useCountdown } from './use-countdown';
import type { usePhoneBinding } from './use-phone-binding';

/** A number typed by hand, proven by the code that is sent to it. */
export function PhoneForm({ binding }: { binding: ReturnType<typeof usePhoneBinding> }) {
  const [phone, setPhone] = useState('');
  const [smsCode, setSmsCode] = useState('');
  const [sending, setSending] = useState(false);
  const countdown = useCountdown();

  async function send() {
    setSending(true);
    binding.setProblem(undefined);
    try {
      countdown.start((await sendSmsCode(phone)).resendAfterSeconds);
    } catch (failure) {
      binding.setProblem(failure);
    } finally {
      setSending(false);
    }
  }

  return (
    <View className="stack">
      <View className="field">
        <Input
          id="phone-input"
          className="field__input t-phone-input figures"
          type="number"
          maxlength={16}
          value={phone}
          placeholder="手机号"
          placeholderClass="field__hint"
          aria-label="手机号"
          onInput={({ detail }) => setPhone(digitsOf(detail.value))}
        />
      </View>
      <View className="row field-row">
        <View className="field grow">
          <Input
            id="sms-input"
            className="field__input t-sms-input figures"
            type="number"
            maxlength={6}
            value={smsCode}
            placeholder="短信验证码"
            placeholderClass="field__hint"
            aria-label="短信验证码"
            onInput={({ detail }) => setSmsCode(detail.value.replace(/\D/g, ''))}
          />
        </View>
        <Button
          id="sms-send"
          kind="plain"
          className="button--inline sms-send figures"
          disabled={!isMobile(phone) || countdown.left > 0}
          busy={sending}
          onTap={() => void send()}
        >
          {countdown.left > 0 ? `${countdown.left} 秒后重发` : '获取验证码'}
        </Button>
      </View>
      <Button
        id="phone-bind"
        kind="plain"
        disabled={!isMobile(phone) || !isSmsCode(smsCode)}
        busy={binding.busy}
        onTap={() => void binding.bind({ phone, smsCode })}
      >
        确定
      </Button>
    </View>
  );
}
