import type { Answer } from '@yance/shared-types';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import type { HouseQuestionnaire } from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { Questions } from '../../shared/questionnaires/questions';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useHouseQuestionnaire } from './api';
import styles from './questionnaires.module.css';

/** Every version as clients saw it. */
export function VersionsDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const narrow = useNarrow();
  const found = useHouseQuestionnaire(id);
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 560} title="各个版本">
      <Loaded query={found} rows={10}>
        {(data) => <Versions data={data} />}
      </Loaded>
    </Drawer>
  );
}

function Versions({ data: { version, versions } }: { data: HouseQuestionnaire }) {
  const [chosen, setChosen] = useState(version);
  const [answers, setAnswers] = useState<Answer[]>([]);
  const shown = versions.find((one) => one.version === chosen);
  return (
    <div className={styles.cards}>
      <Select
        value={chosen}
        onChange={setChosen}
        options={versions.map((one) => ({
          value: one.version,
          label: `第 ${one.version} 版 · ${momentLabel(one.publishedAt)} · ${one.byName}`,
        }))}
        aria-label="版本"
      />
      {shown && (
        <>
          <h3>{shown.form.title}</h3>
          {shown.form.intro !== '' && <p>{shown.form.intro}</p>}
          <Questions questions={shown.form.questions} answers={answers} onChange={setAnswers} />
        </>
      )}
    </div>
  );
}
