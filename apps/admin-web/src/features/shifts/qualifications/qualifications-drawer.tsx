import { App, Badge, Button, Drawer, Switch, Tag } from 'antd';
import { useState } from 'react';
import type { Qualification, Qualifications } from '../../../shared/api/contract';
import { dayLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { ToneTag } from '../../../shared/ui/amount';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useChangeSkill, useQualifications, useSaveRule } from '../api/qualifications';
import styles from '../month/month.module.css';
import { CertificateDrawer } from './certificate-drawer';
import own from './qualifications.module.css';
import { STANDING_WORDS, toRenew } from './standing-words';
import { useTouching } from './use-touching';

/** Opens certificates and skills, with how many are to be renewed; nothing for who may not. */
export function QualificationsButton() {
  const { store, may } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQualifications(store.id, may('staff.qualify'));
  if (!may('staff.qualify')) return null;
  return (
    <>
      <Badge count={data ? toRenew(data).length : 0} size="small">
        <Button onClick={() => setOpen(true)} data-testid="qualifications">
          健康证与技能
        </Button>
      </Badge>
      {isOpen && <QualificationsDrawer storeId={store.id} onClose={() => setOpen(false)} />}
    </>
  );
}

function QualificationsDrawer({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const narrow = useNarrow();
  const query = useQualifications(storeId, true);
  return (
    <Drawer open onClose={onClose} title="健康证与技能" size={narrow ? '100%' : 560}>
      <Loaded query={query} rows={8}>
        {(data) => (
          <>
            <Rule storeId={storeId} isRequired={data.isRequired} />
            <People qualifications={data} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

function Rule({ storeId, isRequired }: { storeId: string; isRequired: boolean }) {
  const { message } = App.useApp();
  const saving = useSaveRule();
  const { change, question } = useTouching(saving, () => void message.success('已保存'));
  return (
    <div className={styles.line}>
      <span className={styles.what}>
        <span>没有有效健康证不能被预约</span>
        <span className="note">适用于美容师、发型师、染烫师和助理，证到期后第二天起。</span>
      </span>
      <Switch
        checked={isRequired}
        loading={saving.isPending}
        onChange={(next) => change({ storeId, isRequired: next })}
        aria-label="没有有效健康证不能被预约"
        data-testid="certificate-rule"
      />
      {question}
    </div>
  );
}

function People({ qualifications: { people, skills } }: { qualifications: Qualifications }) {
  const treating = people.filter(({ treats }) => treats);
  if (treating.length === 0)
    return <Empty title="这家门店还没有美容师或发型师" hint="员工入职后会出现在这里。" />;
  return (
    <ul className={styles.list} data-testid="qualifications-list">
      {treating.map((person) => (
        <Person key={person.staffId} person={person} skills={skills} />
      ))}
    </ul>
  );
}

function Person({ person, skills }: { person: Qualification; skills: Qualifications['skills'] }) {
  const [isOpen, setOpen] = useState(false);
  const { certificate, standing, staffId, name, title } = person;
  const { word, tone } = STANDING_WORDS[standing];
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <span>
          {name} <span className="note">{title}</span>
        </span>
        <span className="tabular">
          健康证 <ToneTag tone={tone}>{word}</ToneTag>{' '}
          {certificate && (
            <span className="note">
              尾号 {certificate.numberEnd}，{dayLabel(certificate.validUntil)}到期
            </span>
          )}
        </span>
        <Skills person={person} skills={skills} />
      </span>
      <Button onClick={() => setOpen(true)} data-testid={`certificate-${staffId}`}>
        {certificate ? '登记新证' : '登记'}
      </Button>
      {isOpen && <CertificateDrawer person={person} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Skills({ person, skills }: { person: Qualification; skills: Qualifications['skills'] }) {
  const { message } = App.useApp();
  const changing = useChangeSkill(person.staffId);
  const { change, question } = useTouching(changing, () => void message.success('已保存'));
  return (
    <span className={own.skills} role="group" aria-label={`${person.name}的技能`}>
      {skills.map(({ id, name }) => (
        <Tag.CheckableTag
          key={id}
          checked={person.skillIds.includes(id)}
          onChange={(has) => change({ skillId: id, has })}
        >
          {name}
        </Tag.CheckableTag>
      ))}
      {question}
    </span>
  );
}
