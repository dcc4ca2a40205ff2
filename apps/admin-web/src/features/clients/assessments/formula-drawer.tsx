import { ZONES } from '@yance/shared-types';
import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { HairFormula, HairFormulaWish } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { dateLabel } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { DayField } from '../../../shared/ui/day-field';
import { GuardedDrawer, differs, useUnsaved } from '../../../shared/ui/guarded-drawer';
import { useNarrow } from '../../../shared/ui/use-width';
import { ConsentFirst } from '../../../shared/consents/consent-first';
import { useWriteFormula } from './api/assessments';
import styles from './assessments.module.css';

type Contents = HairFormulaWish['contents'];
type Part = Contents['parts'][number];

const FRESH: Part = { brand: '', shade: '', grams: 30 };
const NOTHING: Contents = {
  ...{ parts: [FRESH], ratio: '1:1', developerPercent: 6, minutes: 35, zones: [], remark: '' },
};

/** A formula: a new one, or the one of another day once more. */
export function FormulaDrawer({
  clientId,
  consent,
  from,
  onClose,
}: {
  clientId: string;
  consent: 'given' | 'withdrawn' | 'none';
  from: HairFormula | null;
  onClose: () => void;
}) {
  const narrow = useNarrow();
  return (
    <GuardedDrawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 560}
      title={from ? `照 ${dateLabel(from.on)} 的配方` : '写染发配方'}
    >
      {consent === 'given' ? (
        <Mix clientId={clientId} from={from} onClose={onClose} />
      ) : (
        <ConsentFirst clientId={clientId} consent={consent} />
      )}
    </GuardedDrawer>
  );
}

function Mix({
  clientId,
  from,
  onClose,
}: {
  clientId: string;
  from: HairFormula | null;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const today = useToday(store.id);
  const [on, setOn] = useState(today);
  const [first] = useState({ on, contents: from?.contents ?? NOTHING });
  const [contents, setContents] = useState<Contents>(first.contents);
  useUnsaved(() => differs({ on, contents }, first));
  const { write, error, isPending } = useWriteFormula(clientId);
  const change = (part: Partial<Contents>) => setContents((before) => ({ ...before, ...part }));
  const changePart = (place: number, part: Partial<Part>) =>
    change({ parts: contents.parts.map((one, n) => (n === place ? { ...one, ...part } : one)) });
  const save = () =>
    write(
      { on, appointmentId: null, contents },
      {
        done: () => {
          void message.success('配方已记下');
          onClose();
        },
      },
    );
  return (
    <div className={styles.form} data-testid="formula-drawer">
      <div className={styles.field}>
        <span>日期</span>
        <DayField
          value={on}
          label="日期"
          required
          latest={today}
          onChange={(day) => day && setOn(day)}
        />
      </div>
      <section className={styles.part}>
        <h3>染膏</h3>
        {contents.parts.map((part, place) => (
          <div key={place} className={styles.mix}>
            <Input
              value={part.brand}
              onChange={({ target }) => changePart(place, { brand: target.value })}
              maxLength={30}
              placeholder="品牌"
              aria-label="品牌"
            />
            <Input
              value={part.shade}
              onChange={({ target }) => changePart(place, { shade: target.value })}
              maxLength={30}
              placeholder="色号"
              aria-label="色号"
              data-testid={`formula-shade-${place}`}
            />
            <InputNumber
              value={part.grams}
              onChange={(grams) => grams !== null && changePart(place, { grams })}
              min={0.1}
              max={1000}
              precision={1}
              suffix="克"
              aria-label="克数"
            />
            <Button
              type="text"
              disabled={contents.parts.length === 1}
              onClick={() => change({ parts: contents.parts.filter((_, n) => n !== place) })}
            >
              移除
            </Button>
          </div>
        ))}
        <Button onClick={() => change({ parts: [...contents.parts, FRESH] })}>加一支染膏</Button>
      </section>
      <div className={styles.pair}>
        <label>
          <span>染膏和双氧的比例</span>
          <Input
            value={contents.ratio}
            onChange={({ target }) => change({ ratio: target.value.trim() })}
            maxLength={9}
            placeholder="1:1.5"
            data-testid="formula-ratio"
          />
        </label>
        <label>
          <span>双氧浓度</span>
          <InputNumber
            value={contents.developerPercent}
            onChange={(developerPercent) => change({ developerPercent })}
            min={0}
            max={15}
            precision={1}
            suffix="%"
          />
        </label>
        <label>
          <span>停留</span>
          <InputNumber
            value={contents.minutes}
            onChange={(minutes) => change({ minutes })}
            min={1}
            max={300}
            precision={0}
            suffix="分钟"
            data-testid="formula-minutes"
          />
        </label>
      </div>
      <section className={styles.part}>
        <h3>部位</h3>
        <Checkbox.Group
          value={contents.zones}
          onChange={(zones) => change({ zones })}
          options={ZONES.hair.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </section>
      <label className={styles.stack}>
        <span>备注</span>
        <Input.TextArea
          value={contents.remark}
          onChange={({ target }) => change({ remark: target.value })}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
        />
      </label>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <Button
        type="primary"
        size="large"
        block
        loading={isPending}
        onClick={save}
        data-testid="formula-save"
      >
        记下配方
      </Button>
    </div>
  );
}
