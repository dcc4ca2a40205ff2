import { Drawer } from 'antd';
import { COUPON_TEMPLATE_STATE_WORDS } from '@yance/shared-types';
import { inOffset, momentLabel } from '../../shared/format/time';
import { ToneTag } from '../../shared/ui/amount';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useTemplate } from './api/read-template';
import styles from './marketing.module.css';

const countWords = (count: number | null, unit: string): string =>
  count === null ? `${unit}不限` : `${unit} ${count} 张`;

/** Every version of a template: who made it, when, and what it said. */
export function TemplateHistoryDrawer({
  templateId,
  onClose,
}: {
  templateId: string;
  onClose: () => void;
}) {
  const template = useTemplate(templateId);
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={template.data ? `${template.data.template.name}的历史` : '历史'}
    >
      <Loaded query={template} rows={6}>
        {({ changes }) => (
          <ol className={styles.versions} data-testid="coupon-history">
            {changes.map(({ version, at, byName, template: said }) => (
              <li key={version}>
                <div className={styles.versionHead}>
                  <strong className="tabular">第 {version} 版</strong>
                  <ToneTag tone="quiet">{COUPON_TEMPLATE_STATE_WORDS[said.state]}</ToneTag>
                </div>
                <p className="note tabular">
                  {byName} · {momentLabel(inOffset(Date.parse(at), '+08:00'))}
                </p>
                <p>
                  {said.name}：{said.words}
                </p>
                <p className="note">
                  {said.validityWords} · {countWords(said.quota, '总量')} ·{' '}
                  {countWords(said.perClientCap, '每人')}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Drawer>
  );
}
