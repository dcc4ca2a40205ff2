import { View } from '@tarojs/components';
import './buy.scss';

/** The words of a contract, a paragraph to a line. */
export function ContractText({ body }: { body: string }) {
  const lines = body.split(/\n+/).filter((line) => line.trim() !== '');
  return (
    <View className="contract-text">
      {lines.map((line, place) => (
        <View key={place} className="contract-text__line">
          {line}
        </View>
      ))}
    </View>
  );
}
