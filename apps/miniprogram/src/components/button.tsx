import { Button as NativeButton } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hookOf } from '@/lib/hook';
import './button.scss';

interface ButtonProps {
  id?: string;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  disabled?: boolean;
  /** In flight: keeps its place, takes no tap. */
  busy?: boolean;
  className?: string;
  children: ReactNode;
  onTap(): void;
}

export function Button({
  id,
  kind = 'primary',
  disabled = false,
  busy = false,
  className = '',
  children,
  onTap,
}: ButtonProps) {
  const off = disabled || busy;
  return (
    <NativeButton
      id={id}
      className={`button ${hookOf(id)} button--${kind}${off ? ' button--off' : ''} ${className}`}
      disabled={off}
      onClick={() => {
        if (!off) onTap();
      }}
    >
      {busy ? '请稍候…' : children}
    </NativeButton>
  );
}
