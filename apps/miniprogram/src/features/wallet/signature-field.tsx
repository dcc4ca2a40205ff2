import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '@/components/tap';
import { inkPath, type Signature, type SignatureInk } from '@/lib/signature-ink';
import { svgBackground } from '@/lib/svg';
import { InkSurface } from '@/platform';
import './signature-field.scss';

interface SignatureFieldProps {
  ink: SignatureInk;
  disabled?: boolean;
  onChange(): void;
}

/** Where a finger signs, with the way to begin anew. */
export function SignatureField({ ink, disabled = false, onChange }: SignatureFieldProps) {
  const [sheet, setSheet] = useState(0);
  return (
    <View className={`signature${disabled ? ' signature--off' : ''}`}>
      {ink.isEmpty && <View className="signature__hint">请在这里签名</View>}
      <InkSurface key={sheet} ink={ink} onChange={onChange} />
      <Tap
        id="signature-clear"
        className="signature__clear"
        disabled={ink.isEmpty || disabled}
        onTap={() => {
          ink.clear();
          setSheet(sheet + 1);
          onChange();
        }}
      >
        重签
      </Tap>
    </View>
  );
}

/** A signature as it was drawn. */
export function SignatureImage({ signature }: { signature: Signature }) {
  const { width, height, strokes } = signature;
  const line = `<path d="${inkPath(strokes)}" fill="none" stroke="#2a2523" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`;
  return (
    <View
      className="signature-image t-signature"
      aria-label="签名"
      style={{ backgroundImage: svgBackground(width, height, line) }}
    />
  );
}
