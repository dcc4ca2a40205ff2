import Taro, { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { questionnairesChanged, useQuestionnaire } from '@/api/questionnaires';
import type { MyAnswer, MyQuestionnaire } from '@/api/types';
import { Button } from '@/components/button';
import { Loaded, Skeleton } from '@/components/states';
import { routes } from '@/routes';
import { QuestionnaireReply } from './questionnaire-reply';
import { stateWord } from './questionnaire-words';

/** One questionnaire: what she answered, or the questions. */
export function QuestionnaireDetail({ id }: { id: string }) {
  const remote = useQuestionnaire(id);
  // She may have agreed to health data meanwhile.
  useDidShow(questionnairesChanged);
  return (
    <Loaded remote={remote} skeleton={<Skeleton lines={10} />}>
      {(form) => <Shown key={form.version} form={form} />}
    </Loaded>
  );
}

function Shown({ form }: { form: MyQuestionnaire }) {
  const { title, intro, state, history } = form;
  const [isAnew, setAnew] = useState(false);
  const [last, ...older] = history;
  const isFilling = state !== 'filled' || isAnew;
  const sent = () => {
    setAnew(false);
    void Taro.showToast({ title: '已提交，谢谢', icon: 'success' });
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <View className="stack">
      <View className="card">
        <View className="section">{title}</View>
        <View className="note figures" id="questionnaire-state">
          第 {form.version} 版 · {stateWord(form)}
        </View>
        {isFilling && intro !== '' && <View className="consent-body">{intro}</View>}
      </View>
      {isFilling ? (
        <Filling form={form} onSent={sent} />
      ) : (
        <>
          {last && <Answered answer={last} />}
          <Button id="questionnaire-anew" kind="plain" onTap={() => setAnew(true)}>
            情况有变，重新填写
          </Button>
        </>
      )}
      {(isFilling ? history : older).map((answer) => (
        <Answered key={answer.id} answer={answer} />
      ))}
    </View>
  );
}

function Filling({ form, onSent }: { form: MyQuestionnaire; onSent(): void }) {
  if (!form.health || form.consent === 'given')
    return <QuestionnaireReply form={form} onSent={onSent} />;
  return (
    <View className="card stack" id="questionnaire-consent">
      <View className="note">
        这份问卷会问到健康情况。先看一下「健康信息」同意书，同意后就可以填写；只有为您护理的人看得到。
      </View>
      <Button
        id="questionnaire-agree"
        onTap={() => void Taro.navigateTo({ url: routes.consent('health') })}
      >
        去看同意书
      </Button>
    </View>
  );
}

function Answered({ answer: { on, version, lines } }: { answer: MyAnswer }) {
  return (
    <View className="card t-answered">
      <View className="note figures">
        {on} 填写（第 {version} 版）
      </View>
      {lines.map(({ key, label, words }) => (
        <View key={key} className="answered-line">
          <View className="note">{label}</View>
          <View>{words}</View>
        </View>
      ))}
    </View>
  );
}
