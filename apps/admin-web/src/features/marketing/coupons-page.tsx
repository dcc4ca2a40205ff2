import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import {
  COUPON_KIND_WORDS,
  COUPON_TEMPLATE_STATE_WORDS,
  type CouponTemplateState,
} from '@yance/shared-types';
import type { CouponTemplate } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { ToneTag, type Tone } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useTemplates } from '../../shared/requests/list-templates';
import { IssueDrawer } from './issue-drawer';
import styles from './marketing.module.css';
import { TemplateDrawer } from './template-drawer';
import { TemplateHistoryDrawer } from './template-history-drawer';

const TONES: Readonly<Record<CouponTemplateState, Tone>> = {
  draft: 'amber',
  on: 'leaf',
  off: 'quiet',
};

/** Every kind of coupon, with what it says, how many are out, and what can be done with it. */
export default function CouponsPage() {
  const { may } = useDesk();
  const templates = useTemplates();
  const [edited, setEdited] = useState<CouponTemplate | 'new' | null>(null);
  const [history, setHistory] = useState<string | null>(null);
  const [given, setGiven] = useState<CouponTemplate | null>(null);
  const acts = { edit: setEdited, history: setHistory, give: setGiven };
  return (
    <>
      <div className={styles.head}>
        <p className="note">改动只影响以后发的券；已经发出的按发放时的约定。</p>
        {may('coupons.write') && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="coupon-new">
            新建优惠券
          </Button>
        )}
      </div>
      <Card flush>
        <Loaded query={templates} rows={6}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有优惠券" hint="新建一种，顾客就能领取，或由前台发放。" />
            ) : (
              <Templates items={items} acts={acts} />
            )
          }
        </Loaded>
      </Card>
      {edited && (
        <TemplateDrawer
          template={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {history && <TemplateHistoryDrawer templateId={history} onClose={() => setHistory(null)} />}
      {given && <IssueDrawer template={given} onClose={() => setGiven(null)} />}
    </>
  );
}

interface Acts {
  edit: (template: CouponTemplate) => void;
  history: (id: string) => void;
  give: (template: CouponTemplate) => void;
}

function Templates({ items, acts }: { items: CouponTemplate[]; acts: Acts }) {
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className={styles.list}>
        {items.map((template) => (
          <li key={template.id} className={styles.row}>
            <Name template={template} />
            <ToneTag tone={TONES[template.state]}>
              {COUPON_TEMPLATE_STATE_WORDS[template.state]}
            </ToneTag>
            <span className="note tabular">已发 {issuedWords(template)}</span>
            <ActButtons template={template} acts={acts} />
          </li>
        ))}
      </ul>
    );
  return (
    <Table<CouponTemplate>
      rowKey="id"
      columns={[
        ...COLUMNS,
        {
          title: '',
          width: 190,
          align: 'right',
          render: (_, template) => <ActButtons template={template} acts={acts} />,
        },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
      data-testid="coupon-templates"
    />
  );
}

const issuedWords = ({ issued, quota }: CouponTemplate): string =>
  quota === null ? `${issued} 张` : `${issued} / ${quota} 张`;

function waysOf({ claimable, atDesk }: CouponTemplate): string {
  const ways = [claimable && '小程序领取', atDesk && '前台发放'].filter(Boolean);
  return ways.length === 0 ? '营销发放' : ways.join('、');
}

const COLUMNS: NonNullable<TableProps<CouponTemplate>['columns']> = [
  { title: '优惠券', render: (_, template) => <Name template={template} /> },
  {
    title: '有效期',
    width: 270,
    render: (_, { validityWords, stores }) => (
      <span className={styles.what}>
        <span>{validityWords}</span>
        <span className="note">{stores.map(({ name }) => name).join('、')}</span>
      </span>
    ),
  },
  { title: '怎么发', width: 170, render: (_, template) => waysOf(template) },
  { title: '已发', width: 120, align: 'right', render: (_, template) => issuedWords(template) },
  {
    title: '状态',
    dataIndex: 'state',
    width: 90,
    render: (state: CouponTemplateState) => (
      <ToneTag tone={TONES[state]}>{COUPON_TEMPLATE_STATE_WORDS[state]}</ToneTag>
    ),
  },
];

function Name({ template }: { template: CouponTemplate }) {
  return (
    <span className={styles.what}>
      <strong>{template.words}</strong>
      <span className="note">
        {template.name} · {COUPON_KIND_WORDS[template.kind]}
      </span>
    </span>
  );
}

function ActButtons({ template, acts }: { template: CouponTemplate; acts: Acts }) {
  const { may } = useDesk();
  const { id, state, atDesk } = template;
  const mayGive = may('coupons.issue') && state === 'on' && (atDesk || may('coupons.write'));
  return (
    <span className={styles.acts}>
      <Button
        size="small"
        type="text"
        onClick={() => acts.history(id)}
        data-testid={`coupon-history-${id}`}
      >
        历史
      </Button>
      {may('coupons.write') && (
        <Button size="small" onClick={() => acts.edit(template)} data-testid={`coupon-edit-${id}`}>
          修改
        </Button>
      )}
      {mayGive && (
        <Button
          size="small"
          type="primary"
          ghost
          onClick={() => acts.give(template)}
          data-testid={`coupon-give-${id}`}
        >
          发券
        </Button>
      )}
    </span>
  );
}
