import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { CareKnowledge, HealthFile, HealthWish } from '../../../shared/api/contract';
import { ApiProblem, sentenceOf } from '../../../shared/api/problem';
import { useCareKnowledge, useHealth, useSaveHealth } from '../../../shared/care/care-api';
import styles from '../../../shared/care/care.module.css';
import { momentLabel } from '../../../shared/format/time';
import { Notice } from '../../../shared/ui/amount';
import { GuardedDrawer, differs, useUnsaved } from '../../../shared/ui/guarded-drawer';
import { Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { ConsentFirst } from '../../../shared/consents/consent-first';
import { areChosen, conditionFault } from './condition-options';
import { Allergies, Conditions, PatchTests } from './health-lines';

/** A client's whole health file, for those who treat her. Opening it is written down. */
export function HealthDrawer({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const narrow = useNarrow();
  const health = useHealth(clientId);
  const knowledge = useCareKnowledge();
  return (
    <GuardedDrawer open onClose={onClose} size={narrow ? '100%' : 640} title="健康与禁忌">
      <Loaded query={health} rows={8}>
        {(file) =>
          file.consent === 'given' ? (
            <Loaded query={knowledge} rows={8}>
              {(known) => (
                // What she typed stays in sight when somebody was faster.
                <Editor clientId={clientId} file={file} known={known} onSaved={onClose} />
              )}
            </Loaded>
          ) : (
            <ConsentFirst clientId={clientId} consent={file.consent} />
          )
        }
      </Loaded>
    </GuardedDrawer>
  );
}

const SOURCE_WORDS = { client: '顾客自己填写', staff: '门店登记', joined: '合并档案' } as const;

function Editor({
  clientId,
  file,
  known,
  onSaved,
}: {
  clientId: string;
  file: HealthFile;
  known: CareKnowledge;
  onSaved: () => void;
}) {
  const { message } = App.useApp();
  const { changes, consent: _, ...facts } = file;
  const [first] = useState<HealthWish>(facts);
  const [wish, setWish] = useState<HealthWish>(first);
  useUnsaved(() => differs(wish, first));
  const { write, error, isPending } = useSaveHealth(clientId);
  const change = (part: Partial<HealthWish>) => setWish((before) => ({ ...before, ...part }));
  const [isTried, setTried] = useState(false);
  const refused = error instanceof ApiProblem ? error.fields : [];
  const save = () => {
    setTried(true);
    if (!areChosen(wish.conditions)) return;
    write(wish, {
      done: () => {
        void message.success('已保存，预约和开单会自动核对');
        onSaved();
      },
    });
  };
  return (
    <div className={styles.form} data-testid="health-drawer">
      <Notice tone="quiet">只有护理这位顾客的人能看到内容，每次查看都会留下记录。</Notice>
      <Allergies
        lines={wish.allergies}
        known={known}
        onChange={(allergies) => change({ allergies })}
      />
      <Conditions
        lines={wish.conditions}
        known={known}
        onChange={(conditions) => change({ conditions })}
        faultAt={(place) => (isTried ? conditionFault(wish.conditions, place, refused) : undefined)}
      />
      <PatchTests
        lines={wish.patchTests}
        known={known}
        onChange={(patchTests) => change({ patchTests })}
      />
      <section className={styles.part}>
        <h3>以往情况</h3>
        <Input.TextArea
          value={wish.history}
          onChange={({ target }) => change({ history: target.value })}
          maxLength={1000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder="做过的项目、医美、用药、护理后的反应"
          aria-label="以往情况"
          data-testid="health-history"
        />
      </section>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <Button
        type="primary"
        size="large"
        block
        loading={isPending}
        onClick={save}
        data-testid="health-save"
      >
        保存
      </Button>
      {changes.length > 0 && (
        <section className={styles.part}>
          <h3>修改记录</h3>
          {changes.map(({ version, source, byName, at }) => (
            <p key={`${version}${at}`} className="note">
              {momentLabel(at)} · {byName} · {SOURCE_WORDS[source]}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
