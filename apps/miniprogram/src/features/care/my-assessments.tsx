import { View } from '@tarojs/components';
import { ASSESSMENT_NAMES, ZONES } from '@yance/shared-types';
import { useAssessments } from '@/api/assessments';
import type { AssessmentView } from '@/api/types';
import { dayWord, monthDay } from '@/lib/time';
import { changeWords, latestOfEach, scoreWords, zoneLines } from './assessment-words';
import { Part } from './part';
import './assessments.scss';

/** How her skin, scalp and hair are, in kind words; nothing while nothing was released to her. */
export function MyAssessments({ today }: { today: string }) {
  const items = useAssessments().data ?? [];
  return (
    <>
      {latestOfEach(items).map((assessment) => (
        <Assessment key={assessment.id} assessment={assessment} today={today} />
      ))}
    </>
  );
}

function Assessment({ assessment, today }: { assessment: AssessmentView; today: string }) {
  const { kind, on, byName, facts, scores, advice } = assessment;
  const zones = zoneLines(assessment);
  return (
    <View className="card my-skin t-assessment">
      <View className="section">我的{ASSESSMENT_NAMES[kind]}</View>
      <View className="note figures">
        {monthDay(on, today)} {dayWord(on, today)} · {byName}
      </View>
      {facts.length > 0 && (
        <View className="my-skin__facts">
          {facts.map(({ name, value }) => `${name} ${value}`).join(' · ')}
        </View>
      )}
      {scores.map((score) => (
        <View key={score.name} className="my-skin__score">
          <View className="row">
            <View className="grow">{score.name}</View>
            <View className="note figures">
              {[changeWords(score.change), scoreWords(score.value)].filter(Boolean).join(' · ')}
            </View>
            <View className="my-skin__value figures">{score.value}</View>
          </View>
          <View className="my-skin__bar">
            <View className="my-skin__fill" style={{ width: `${score.value}%` }} />
          </View>
        </View>
      ))}
      {zones.length > 0 && (
        <View className="my-skin__zones">
          <ZoneMap assessment={assessment} />
          <View className="grow note">
            {zones.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
        </View>
      )}
      <Part name="给您的建议">{advice}</Part>
    </View>
  );
}

/** Where it is; what it is stands beside it in words. */
function ZoneMap({ assessment: { kind, findings } }: { assessment: AssessmentView }) {
  return (
    <View className={`my-skin__map my-skin__map--${kind}`} aria-hidden>
      {ZONES[kind].map(({ key, cx, cy, rx, ry }) => {
        const here = findings.filter(({ zone }) => zone === key);
        const level = Math.max(0, ...here.map(({ severity }) => severity));
        return (
          <View
            key={key}
            className={`my-skin__zone my-skin__zone--${level}`}
            style={{
              left: `${cx - rx}%`,
              top: `${cy - ry}%`,
              width: `${rx * 2}%`,
              height: `${ry * 2}%`,
            }}
          />
        );
      })}
    </View>
  );
}
