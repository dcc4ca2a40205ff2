import { Button } from '@tarojs/components';
import type { PhoneButtonProps } from './phone-button.types';
import { platform } from './platform';

export function PhoneButton({ disabled, children, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      id="phone-wechat"
      className={`button t-phone-wechat button--primary${disabled ? ' button--off' : ''}`}
      disabled={disabled}
      onClick={() => void platform.requestPhoneCode().then(onCode, onRefused)}
    >
      {children}
    </Button>
  );
}
