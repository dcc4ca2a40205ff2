import { Steps } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ClientImport } from '../../shared/api/contract';
import { inOffset, momentLabel } from '../../shared/format/time';
import { Notice } from '../../shared/ui/amount';
import { Page } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useImport } from './api/imports';
import { CheckStep } from './check-step';
import { MapStep } from './map-step';
import { ResultStep } from './result-step';
import { stepOf } from './words';

const STEPS = ['选文件', '对应列', '检查', '结果'];

/** One file on its way in: what its columns are, what is wrong in it, what became of it. */
export default function ImportPage() {
  const { importId = '' } = useParams();
  const query = useImport(importId);
  return (
    <Page
      title={<span data-code>{query.data?.fileName ?? '导入顾客'}</span>}
      extra={<Link to="/clients/import">全部导入</Link>}
    >
      <Loaded query={query} rows={8}>
        {(one) => <Wizard key={one.id} one={one} />}
      </Loaded>
    </Page>
  );
}

function Wizard({ one }: { one: ClientImport }) {
  const narrow = useNarrow();
  // Somebody who has seen the check may go back to the columns.
  const [isMapping, setMapping] = useState(false);
  const step = isMapping && one.state === 'checked' ? 1 : stepOf(one.state);
  return (
    <>
      {!narrow && <Steps size="small" current={step} items={STEPS.map((title) => ({ title }))} />}
      {one.importedBefore !== null && step < 3 && (
        <Notice testId="import-again">
          这份文件在 {momentLabel(inOffset(Date.parse(one.importedBefore), '+08:00'))}{' '}
          已经导入过，再导入前请确认不是重复。
        </Notice>
      )}
      {step === 0 && <Notice>文件没有传完，请回到“全部导入”重新选择文件。</Notice>}
      {step === 1 && <MapStep one={one} onChecked={() => setMapping(false)} />}
      {step === 2 && <CheckStep one={one} onBack={() => setMapping(true)} />}
      {step === 3 && <ResultStep one={one} />}
    </>
  );
}
