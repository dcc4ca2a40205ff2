import { Button } from '@tarojs/components';
import type { PhoneButtonProps } from './phone-button.types';

export function PhoneButton({ disabled, children, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      id="phone-wechat"
      className={`button t-phone-wechat button--primary${disabled ? ' button--off' : ''}`}
      disabled={disabled}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onRefused())}
    >
      {children}
    </Button>
  );
}
