import { Button } from 'antd';
import { useState } from 'react';
import type { StaffService, TreatmentTemplate } from '../../shared/api/contract';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useTreatmentTemplates } from './api/templates';
import styles from './care.module.css';
import { TemplateDrawer } from './template-drawer';

/** What records of each service begin with. */
export default function TemplatesPage() {
  const { store } = useDesk();
  const services = useServices(store.id);
  const templates = useTreatmentTemplates(store.id);
  const [open, setOpen] = useState<StaffService | null>(null);
  const templateOf = (id: string) => templates.data?.find(({ serviceId }) => serviceId === id);
  const chosen = open && templateOf(open.id);
  return (
    <>
      <p className="note">美容师写护理记录时，表格会按项目的模板预先填好；已经写好的记录不会变。</p>
      <Card flush>
        <Loaded query={templates} rows={8}>
          {(items) => (
            <Loaded query={services} rows={8}>
              {(list) =>
                list.length === 0 ? (
                  <Empty title="这家门店还没有上架项目" />
                ) : (
                  <ul data-testid="treatment-templates">
                    {list.map((service) => (
                      <Line
                        key={service.id}
                        service={service}
                        template={items.find(({ serviceId }) => serviceId === service.id)}
                        onOpen={() => setOpen(service)}
                      />
                    ))}
                  </ul>
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Card>
      {open && chosen && (
        <TemplateDrawer service={open} template={chosen} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Line({
  service,
  template,
  onOpen,
}: {
  service: StaffService;
  template: TreatmentTemplate | undefined;
  onOpen: () => void;
}) {
  return (
    <li className={styles.template}>
      <span className={styles.templateWhat}>
        <strong>{service.name}</strong>
        <span className="note">{template ? wordsOf(template) : ''}</span>
      </span>
      <Button onClick={onOpen} data-testid={`template-${service.id}`}>
        {template && template.version > 0 ? '修改' : '设置'}
      </Button>
    </li>
  );
}

function wordsOf({
  version,
  parameters,
  products,
  nextAfterDays,
  recordFirst,
}: TreatmentTemplate): string {
  if (version === 0) return '还没有模板';
  const parts = [
    parameters.length > 0 && `参数：${parameters.map(({ name }) => name).join('、')}`,
    products.length > 0 && `用品：${products.map(({ name }) => name).join('、')}`,
    nextAfterDays !== null && `${nextAfterDays} 天后再来`,
    recordFirst && '写好记录才能完成',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('；') : '只有建议';
}
