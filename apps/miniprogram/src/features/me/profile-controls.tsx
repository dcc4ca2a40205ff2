import { Input, View } from '@tarojs/components';
import { Tap } from '@/components/tap';

interface LineProps {
  id: string;
  name: string;
  hint?: string;
  value: string;
  most: number;
  onInput(value: string): void;
}

/** One line to type in, under its name. */
export function Line({ id, name, hint = '', value, most, onInput }: LineProps) {
  return (
    <View className="profile-line">
      <View className="note">{name}</View>
      <View className="field">
        <Input
          id={id}
          className={`field__input t-${id}`}
          value={value}
          maxlength={most}
          placeholder={hint}
          placeholderClass="field__hint"
          aria-label={name}
          onInput={({ detail }) => onInput(detail.value)}
        />
      </View>
    </View>
  );
}

interface ChipsProps<Code extends string> {
  id: string;
  name: string;
  options: readonly (readonly [Code, string])[];
  value: Code | null;
  /** Null when the chosen one is tapped again. */
  onChoose(value: Code | null): void;
}

/** One of a few, as chips. */
export function Chips<Code extends string>({
  id,
  name,
  options,
  value,
  onChoose,
}: ChipsProps<Code>) {
  return (
    <View className="profile-line">
      <View className="note">{name}</View>
      <View className="profile-chips">
        {options.map(([code, word]) => (
          <Tap
            key={code}
            id={`${id}-${code}`}
            className="chip"
            label={`${name} ${word}`}
            selected={value === code}
            onTap={() => onChoose(value === code ? null : code)}
          >
            {word}
          </Tap>
        ))}
      </View>
    </View>
  );
}
