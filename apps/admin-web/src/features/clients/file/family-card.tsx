import { App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClientFile, ClientProfile, LinkedFile, Relation } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useDesk } from '../../../shared/session/desk';
import { ClientSearch } from '../../../shared/ui/client-search';
import { Card } from '../../../shared/ui/page';
import { SaveDrawer } from '../../../shared/ui/save-drawer';
import { useLink, useUnlink } from './api/family';
import { relationOf, RELATION_WORDS } from './file-words';
import styles from './file.module.css';

/** Who belongs to her and has a file here; the other file shows the same from its side. */
export function FamilyCard({ file, profile }: { file: ClientFile; profile: ClientProfile }) {
  const { may } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const mayWrite = may('clients.write') && file.state === 'active';
  return (
    <Card
      title="家人和朋友"
      extra={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)} data-testid="family-add">
            关联顾客
          </Button>
        )
      }
    >
      <ul data-testid="family">
        {profile.links.map((other) => (
          <Linked key={other.id} clientId={file.id} other={other} mayWrite={mayWrite} />
        ))}
      </ul>
      {profile.links.length === 0 && <span className="note">还没有关联别的顾客。</span>}
      {isAdding && <LinkDrawer clientId={file.id} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Linked({
  clientId,
  other,
  mayWrite,
}: {
  clientId: string;
  other: LinkedFile;
  mayWrite: boolean;
}) {
  const { message } = App.useApp();
  const { write, isPending } = useUnlink(clientId);
  const unlink = () =>
    write(other.id, { refused: (cause) => void message.error(sentenceOf(cause)) });
  return (
    <li className={styles.line}>
      <span>
        {relationOf(other)} <Link to={`/clients/${other.id}`}>{other.name}</Link>{' '}
        <span className="note tabular">{other.memberNo}</span>
      </span>
      {mayWrite && (
        <Button size="small" type="text" loading={isPending} onClick={unlink}>
          取消关联
        </Button>
      )}
    </li>
  );
}

interface Fields {
  other: { id: string; name: string } | null;
  relation: Relation | undefined;
}

const CHOICES = Object.entries<string>(RELATION_WORDS).map(([value, label]) => ({ value, label }));
const OTHER_RULE = [{ required: true, message: '请先找到那位顾客' }];
const RELATION_RULE = [{ required: true, message: '请选择关系' }];

function LinkDrawer({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  return (
    <SaveDrawer<Fields, { otherId: string; relation: Relation }>
      title="关联顾客"
      width={420}
      testId="family"
      initial={{ other: null, relation: undefined }}
      saving={useLink(clientId)}
      bodyOf={(_, { other, relation }) => ({
        otherId: other?.id ?? '',
        relation: relation ?? 'relative',
      })}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="other" label="哪一位" rules={OTHER_RULE}>
            <Picked clientId={clientId} />
          </Form.Item>
          <Form.Item name="relation" label="是这位顾客的" rules={RELATION_RULE}>
            <Select options={CHOICES} placeholder="请选择" data-testid="family-relation" />
          </Form.Item>
          <p className="note">两份档案都会显示这个关系，储值和记录各是各的。</p>
        </>
      )}
    </SaveDrawer>
  );
}

/** A client picked by the search box, never herself; the form hands in value and onChange. */
export function Picked({
  clientId,
  value = null,
  onChange,
  testId = 'family-other',
  emptyWord = '换一位',
}: {
  clientId: string;
  value?: Fields['other'];
  onChange?: (value: Fields['other']) => void;
  testId?: string;
  /** On the button that takes the picked one out again. */
  emptyWord?: string;
}) {
  const [isSelf, setSelf] = useState(false);
  if (value)
    return (
      <span className={styles.referrer}>
        {value.name}
        <button type="button" className={styles.link} onClick={() => onChange?.(null)}>
          {emptyWord}
        </button>
      </span>
    );
  return (
    <>
      <ClientSearch
        testId={testId}
        placeholder="姓名、拼音、手机尾号、会员号"
        onPick={({ id, name }) => {
          setSelf(id === clientId);
          if (id !== clientId) onChange?.({ id, name });
        }}
      />
      {isSelf && <span className="note">不能选这位顾客自己。</span>}
    </>
  );
}
