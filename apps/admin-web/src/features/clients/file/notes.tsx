import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientNote, ClientNotes, NoteVisibility } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Notice, ToneTag } from '../../../shared/ui/amount';
import { Loaded } from '../../../shared/ui/states';
import { useCorrectNote, useNotes, useWriteNote } from './api/notes';
import { VISIBILITY_WORDS } from './file-words';
import styles from './file.module.css';

const MOST = 1000;

/** The notes of a client that the reader may see. Nothing is overwritten: a correction keeps what was there. */
export function Notes({ clientId }: { clientId: string }) {
  const notes = useNotes(clientId);
  const { may } = useDesk();
  return (
    <Loaded query={notes} rows={3}>
      {({ items, visibilities }) => (
        <div className={styles.notes}>
          {may('clients.note') && <NewNote clientId={clientId} visibilities={visibilities} />}
          {items.length === 0 && <p className="note">还没有备注。</p>}
          <ul data-testid="client-notes">
            {items.map((note) => (
              <Note key={note.id} clientId={clientId} note={note} />
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}

function NewNote({
  clientId,
  visibilities,
}: {
  clientId: string;
  visibilities: ClientNotes['visibilities'];
}) {
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<NoteVisibility>('all');
  const { write, error, isPending } = useWriteNote(clientId);
  const save = () => write({ text: text.trim(), visibility }, { done: () => setText('') });
  return (
    <div className={styles.newNote}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={MOST}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder="喜好、习惯、要留意的事"
        aria-label="新备注"
        data-testid="note-text"
      />
      <div className={styles.noteFoot}>
        {visibilities.length > 1 && (
          <Segmented
            size="small"
            value={visibility}
            onChange={setVisibility}
            options={visibilities.map((value) => ({ value, label: VISIBILITY_WORDS[value] }))}
            aria-label="谁能看到"
          />
        )}
        <Button
          type="primary"
          size="small"
          disabled={text.trim() === ''}
          loading={isPending}
          onClick={save}
          data-testid="note-save"
        >
          记下
        </Button>
      </div>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
    </div>
  );
}

function Note({ clientId, note }: { clientId: string; note: ClientNote }) {
  const { may } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { text, visibility, byName, at, earlier } = note;
  if (isEditing)
    return <Correction clientId={clientId} note={note} onDone={() => setEditing(false)} />;
  return (
    <li className={styles.written}>
      <p className={text === '' ? styles.struck : styles.said}>
        {text === '' ? `${earlier[0]?.text ?? ''}（已作废）` : text}
      </p>
      <div className={styles.noteFoot}>
        <span className="note tabular">
          {byName} · {momentLabel(at)}
        </span>
        {visibility !== 'all' && (
          <ToneTag tone="amber">{`仅${VISIBILITY_WORDS[visibility]}`}</ToneTag>
        )}
        {earlier.length > 0 && (
          <Button size="small" type="text" onClick={() => setOpen(!isOpen)}>
            {isOpen ? '收起' : `更正过 ${earlier.length} 次`}
          </Button>
        )}
        {text !== '' && may('clients.note') && (
          <Button
            size="small"
            type="text"
            onClick={() => setEditing(true)}
            data-testid={`note-edit-${note.id}`}
          >
            更正
          </Button>
        )}
      </div>
      {isOpen && (
        <ol className={styles.earlier}>
          {earlier.map((before) => (
            <li key={before.id}>
              {before.text || '（作废）'}
              <span className="note tabular">
                {' '}
                {before.byName} · {momentLabel(before.at)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

interface CorrectionProps {
  clientId: string;
  note: ClientNote;
  onDone: () => void;
}

function Correction({ clientId, note, onDone }: CorrectionProps) {
  const [text, setText] = useState(note.text);
  const { write, error, isPending } = useCorrectNote(clientId);
  const save = (said: string) => write({ noteId: note.id, text: said }, { done: onDone });
  return (
    <li className={styles.written}>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={MOST}
        autoSize={{ minRows: 2, maxRows: 8 }}
        autoFocus
        aria-label="更正备注"
        data-testid="note-correct-text"
      />
      <div className={styles.noteFoot}>
        <Button size="small" onClick={onDone} disabled={isPending}>
          不改了
        </Button>
        <Button size="small" danger disabled={isPending} onClick={() => save('')}>
          作废
        </Button>
        <Button
          size="small"
          type="primary"
          loading={isPending}
          disabled={text.trim() === '' || text.trim() === note.text}
          onClick={() => save(text.trim())}
          data-testid="note-correct-save"
        >
          保存更正
        </Button>
      </div>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
    </li>
  );
}
