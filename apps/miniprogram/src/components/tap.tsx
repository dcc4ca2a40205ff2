import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hookOf } from '@/lib/hook';

interface TapProps {
  id?: string;
  className?: string;
  /** What a screen reader says instead of the content. */
  label?: string;
  disabled?: boolean;
  selected?: boolean;
  children: ReactNode;
  onTap(): void;
}

/** A surface that can be tapped: a row, a chip, a cell. */
export function Tap({
  id,
  className = '',
  label,
  disabled = false,
  selected,
  children,
  onTap,
}: TapProps) {
  const state = `${selected ? ' is-on' : ''}${disabled ? ' is-off' : ''}`;
  return (
    <View
      id={id}
      className={`tap ${hookOf(id)} ${className}${state}`}
      ariaRole="button"
      ariaLabel={label}
      role="button"
      aria-label={label}
      aria-disabled={disabled}
      aria-pressed={selected}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      onClick={() => {
        if (!disabled) onTap();
      }}
    >
      {children}
    </View>
  );
}
