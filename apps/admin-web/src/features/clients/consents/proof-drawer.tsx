import { Drawer } from 'antd';
import type { ConsentAct } from '../../../shared/api/contract';
import { actWords } from '../../../shared/consents/consent-words';
import { useConsentProof } from '../../../shared/consents/consents';
import styles from '../../../shared/consents/consents.module.css';
import { SignatureImage } from '../../../shared/consents/signature-pad';
import { momentLabel } from '../../../shared/format/time';
import { Code } from '../../../shared/ui/amount';
import { Facts } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';

/** The words that were agreed to and what proves it; opening it is written down. */
export function ProofDrawer({
  clientId,
  act,
  onClose,
}: {
  clientId: string;
  act: ConsentAct;
  onClose: () => void;
}) {
  const proof = useConsentProof(clientId, act.id);
  const narrow = useNarrow();
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 520} title={act.title}>
      <div data-testid="consent-proof">
        <Loaded query={proof} rows={10}>
          {(data) => (
            <>
              <p className={styles.words}>{data.body}</p>
              <Facts
                items={[
                  { name: '签署', value: `${momentLabel(data.at)} · ${actWords(data)}` },
                  { name: '办理', value: data.byName },
                  ...(data.paperNo
                    ? [{ name: '纸质编号', value: <Code>{data.paperNo}</Code> }]
                    : []),
                  ...(data.guardianName
                    ? [
                        {
                          name: '监护人',
                          value: `${data.guardianName}（${data.guardianRelation}）${data.guardianPhone}`,
                        },
                      ]
                    : []),
                ]}
              />
              {data.signature && <SignatureImage signature={data.signature} />}
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}
