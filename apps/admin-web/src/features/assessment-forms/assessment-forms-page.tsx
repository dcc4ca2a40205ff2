import { ASSESSMENT_NAMES } from '@yance/shared-types';
import { Button } from 'antd';
import { useState } from 'react';
import type { AssessmentForm } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Card, Facts } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { FormEditor } from './form-editor';
import styles from './forms.module.css';
import { useAssessmentForms } from './forms-api';

const namesOf = (list: readonly { name: string }[]): string =>
  list.map(({ name }) => name).join('、') || '没有';

/** What is asked when skin, scalp or hair is looked at. */
export default function AssessmentFormsPage() {
  const { may } = useDesk();
  const forms = useAssessmentForms();
  const [open, setOpen] = useState<AssessmentForm | null>(null);
  return (
    <Loaded query={forms} rows={8}>
      {(items) => (
        <div className={styles.cards} data-testid="assessment-forms">
          {items.map((form) => (
            <Card
              key={form.kind}
              title={`${ASSESSMENT_NAMES[form.kind]} · 第 ${form.version} 版`}
              extra={
                may('care-rules.write') && (
                  <Button
                    size="small"
                    onClick={() => setOpen(form)}
                    data-testid={`form-edit-${form.kind}`}
                  >
                    修改
                  </Button>
                )
              }
            >
              <Facts
                items={[
                  { name: '评分', value: namesOf(form.scores) },
                  { name: '问题', value: namesOf(form.problems) },
                  { name: '基本情况', value: namesOf(form.choices) },
                  { name: '仪器读数', value: namesOf(form.readings) },
                ]}
              />
            </Card>
          ))}
          {open && <FormEditor form={open} onClose={() => setOpen(null)} />}
        </div>
      )}
    </Loaded>
  );
}
