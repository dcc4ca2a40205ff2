import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useServices } from '../../../shared/requests/list-services';
import { useDesk } from '../../../shared/session/desk';
import styles from '../care.module.css';
import type { RecordFields } from './record-fields';

/** Services that were done, each with the parameters that it asks for. */
export function DoneFields() {
  return (
    <Form.List
      name="done"
      rules={[
        {
          validator: (_, done: RecordFields['done']) =>
            done.length > 0
              ? Promise.resolve()
              : Promise.reject(new Error('请写下这次做了什么项目')),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <div className={styles.part}>
          <h3>做了什么</h3>
          {fields.map(({ key, name }) => (
            <Done key={key} at={name} onRemove={() => remove(name)} />
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < 12 && (
            <Button
              onClick={() => add({ serviceId: undefined, parameters: [] })}
              data-testid="record-add-service"
            >
              加一个项目
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

function Done({ at, onRemove }: { at: number; onRemove: () => void }) {
  const { store } = useDesk();
  const services = useServices(store.id);
  return (
    <div className={styles.done} data-testid={`record-done-${at}`}>
      <div className={styles.doneHead}>
        <Form.Item
          name={[at, 'serviceId']}
          noStyle
          rules={[{ required: true, message: '请选择项目' }]}
        >
          <Select
            style={{ flex: 1, minWidth: 0 }}
            showSearch
            optionFilterProp="label"
            placeholder="选择项目"
            loading={services.isPending}
            options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            aria-label="项目"
          />
        </Form.Item>
        <Button type="text" icon={<CloseOutlined />} aria-label="去掉这个项目" onClick={onRemove} />
      </div>
      <Form.List name={[at, 'parameters']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.line}>
                <Form.Item name={[name, 'name']}>
                  <Input maxLength={20} placeholder="参数" aria-label="参数" />
                </Form.Item>
                <Form.Item name={[name, 'value']}>
                  <Input
                    maxLength={40}
                    placeholder="数值"
                    aria-label="数值"
                    data-testid={`record-value-${at}-${name}`}
                  />
                </Form.Item>
                <Form.Item name={[name, 'unit']}>
                  <Input maxLength={10} placeholder="单位" aria-label="单位" />
                </Form.Item>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label="去掉这个参数"
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {fields.length < 12 && (
              <Button size="small" onClick={() => add({ name: '', value: '', unit: '' })}>
                加参数
              </Button>
            )}
          </>
        )}
      </Form.List>
    </div>
  );
}
