import { placesOf, type ScoreEffect, type ServedStep } from '@yance/shared-types';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAssessments } from '@/api/assessments';
import { useCarePlan } from '@/api/care-plan';
import { Tap } from '@/components/tap';
import { svgBackground } from '@/lib/svg';
import { monthDay } from '@/lib/time';
import { effectWords, herEffect, servedWords } from './effect-words';
import './effect.scss';

const [WIDTH, HEIGHT, EDGE] = [320, 120, 10];
/** As in theme: a picture knows no variables of CSS. */
const [BRAND, LEAF, LINE] = ['#A85B63', '#5E8B6F', '#E7E0DB'];

/** What her plan did for her: a score as a line over time with her treatments, and words. Nothing before a reading. */
export function EffectCard({ today }: { today: string }) {
  const plan = useCarePlan().data;
  const found = herEffect(useAssessments().data ?? [], plan);
  const [key, setKey] = useState('');
  if (!found) return null;
  const { effects, served } = found;
  const shown = effects.find((one) => one.key === key) ?? effects[0];
  if (!shown) return null;
  return (
    <View className="card care-effect" id="care-effect">
      <View className="section">方案效果</View>
      <View className="care-effect__names">
        {effects.map((one) => (
          <Tap
            key={one.key}
            className={`care-effect__name t-effect-${one.key}`}
            selected={one.key === shown.key}
            onTap={() => setKey(one.key)}
          >
            {one.name}
          </Tap>
        ))}
      </View>
      <View
        className="care-effect__chart"
        aria-label={effectWords(shown, today)}
        style={{ backgroundImage: pictureOf(shown, served) }}
      />
      <View className="row note figures">
        <View className="grow">{shown.points[0] && monthDay(shown.points[0].on, today)}</View>
        {shown.points.length > 1 && shown.now && <View>{monthDay(shown.now.on, today)}</View>}
      </View>
      <View className="care-effect__words figures">{effectWords(shown, today)}</View>
      <View className="note">{servedWords(served)}</View>
    </View>
  );
}

function pictureOf({ points }: ScoreEffect, served: readonly ServedStep[]): string {
  const places = placesOf([...points, ...served].map(({ on }) => on));
  const x = (on: string): number => EDGE + (places.get(on) ?? 0) * (WIDTH - 2 * EDGE);
  const y = (value: number): number => HEIGHT - EDGE - (value / 100) * (HEIGHT - 2 * EDGE);
  const levels = [0, 50, 100].map(
    (level) => `<path d="M0 ${y(level)}H${WIDTH}" stroke="${LINE}" fill="none"/>`,
  );
  const treatments = served.map(
    ({ on }) =>
      `<path d="M${x(on)} ${EDGE}V${HEIGHT - EDGE}" stroke="${LEAF}" stroke-dasharray="3 3" fill="none"/>`,
  );
  const line = `<polyline points="${points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')}" fill="none" stroke="${BRAND}" stroke-width="2"/>`;
  const dots = points.map(
    ({ on, value }) => `<circle cx="${x(on)}" cy="${y(value)}" r="4" fill="${BRAND}"/>`,
  );
  return svgBackground(WIDTH, HEIGHT, [...levels, ...treatments, line, ...dots].join(''));
}
