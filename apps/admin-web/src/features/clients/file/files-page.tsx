import { Segmented, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FileList, FileReport, FileToCare } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { Notice, ToneTag } from '../../../shared/ui/amount';
import { Card, Page } from '../../../shared/ui/page';
import { Phone } from '../../../shared/ui/phone';
import { Empty, Loaded } from '../../../shared/ui/states';
import { FIRST_PAGE, TrailPager } from '../../../shared/ui/trail-pager';
import { useFileReport, useFiles, type Whose } from './api/file-care';
import { missingWords } from '../../../shared/format/file-words';
import styles from './file.module.css';
import { CheckedButton, dueWords } from './standing-lines';
import { useNames, type Names } from './use-names';

type Line = FileReport['items'][number];

const LISTS: { value: FileList; label: string }[] = [
  { value: 'contact', label: '待核对' },
  { value: 'incomplete', label: '待补全' },
];

/** Who a file belongs to, by name; somebody who works elsewhere, or has left, has none here. */
const nameOf = ({ staff }: Names, id: string | null): string =>
  id === null ? '没有专属顾问' : (staff.find((one) => one.id === id)?.name ?? '其他门店或已离职');

/** The work on files: whose contact data is to be checked, what is missing, and how everybody stands. */
export default function FilesPage() {
  const { may, session } = useDesk();
  const [list, setList] = useState<FileList>('contact');
  const [whose, setWhose] = useState<Whose>(may('clients.policy') ? null : session.staff.id);
  const names = useNames();
  return (
    <Page title="档案检查">
      {may('clients.policy') && <Report names={names} whose={whose} onChoose={setWhose} />}
      <div className={styles.listHead}>
        <Segmented<FileList> options={LISTS} value={list} onChange={setList} />
        <Select<string>
          className={styles.whose}
          value={whose ?? ''}
          onChange={(id) => setWhose(id === '' ? null : id)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: '所有人的顾客' },
            { value: 'none', label: '没有专属顾问' },
            ...names.staff.map(({ id, name }) => ({ value: id, label: name })),
            ...(whose !== null && whose !== 'none' && !names.staff.some(({ id }) => id === whose)
              ? [{ value: whose, label: nameOf(names, whose) }]
              : []),
          ]}
          aria-label="谁的顾客"
          data-testid="files-whose"
        />
      </div>
      <Files key={`${list} ${whose ?? ''}`} list={list} whose={whose} names={names} />
    </Page>
  );
}

interface ReportProps {
  names: Names;
  whose: Whose;
  onChoose: (whose: Whose) => void;
}

function Report({ names, whose, onChoose }: ReportProps) {
  const report = useFileReport();
  const columns: TableProps<Line>['columns'] = [
    {
      title: '专属顾问',
      dataIndex: 'consultantId',
      render: (id: string | null) => (
        <button
          type="button"
          className={styles.link}
          onClick={() => onChoose(id ?? 'none')}
          data-testid={`files-of-${id ?? 'none'}`}
        >
          {nameOf(names, id)}
        </button>
      ),
    },
    { title: '档案', dataIndex: 'files', align: 'right' },
    {
      title: '平均完整度',
      dataIndex: 'average',
      align: 'right',
      render: (percent: number) => `${percent}%`,
    },
    { title: '已完整', dataIndex: 'complete', align: 'right' },
    { title: '待核对', dataIndex: 'contactsDue', align: 'right' },
  ];
  return (
    <Card title="各人的档案" flush>
      <Loaded query={report} rows={4}>
        {({ items, waiting }) => (
          <>
            {waiting > 0 && (
              <Notice tone="quiet">{`要求刚改过，还有 ${waiting} 份档案正在重新计算，几分钟后再看。`}</Notice>
            )}
            <Table<Line>
              rowKey={({ consultantId }) => consultantId ?? 'none'}
              columns={columns}
              dataSource={items.toSorted((a, b) => a.average - b.average)}
              pagination={false}
              scroll={{ x: 'max-content' }}
              className={`tabular ${styles.report}`}
              locale={{ emptyText: '还没有顾客档案' }}
              rowClassName={({ consultantId }) =>
                (consultantId ?? 'none') === whose ? (styles.chosen ?? '') : ''
              }
            />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Files({ list, whose, names }: { list: FileList; whose: Whose; names: Names }) {
  const [trail, setTrail] = useState(FIRST_PAGE);
  const files = useFiles(list, whose, trail.at(-1) ?? null);
  return (
    <Card flush>
      <Loaded query={files} rows={6}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 &&
              (list === 'contact' ? (
                <Empty title="没有要核对的联系方式" hint="到期的、换过手机号的，会列在这里。" />
              ) : (
                <Empty title="档案都齐了" hint="缺资料的顾客会列在这里，最缺的在前。" />
              ))}
            <ul data-testid={`files-${list}`}>
              {items.map((file) => (
                <FileLine key={file.id} file={file} list={list} names={names} />
              ))}
            </ul>
            <TrailPager trail={trail} setTrail={setTrail} next={nextCursor} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function FileLine({ file, list, names }: { file: FileToCare; list: FileList; names: Names }) {
  const { may } = useDesk();
  const { id, name, memberNo, phoneMasked, consultantId, completeness, missing } = file;
  return (
    <li className={styles.fileRow} data-testid={`file-row-${id}`}>
      <span>
        <Link to={`/clients/${id}`}>{name}</Link> <span className="note tabular">{memberNo}</span>
        <span className="note"> {nameOf(names, consultantId)}</span>
      </span>
      <span className={styles.fileEnd}>
        {list === 'contact' ? (
          <>
            <Phone clientId={id} masked={phoneMasked} mayReveal={may('clients.reveal-phone')} />
            <CheckedButton clientId={id} />
          </>
        ) : (
          <ToneTag tone={completeness < 60 ? 'amber' : 'quiet'}>{`${completeness}%`}</ToneTag>
        )}
      </span>
      <span className="note">
        {list === 'contact' ? dueWords(file) : `还差：${missingWords(missing)}`}
      </span>
    </li>
  );
}
