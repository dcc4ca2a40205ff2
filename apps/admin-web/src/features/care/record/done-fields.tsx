import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { isWorkParameter } from '@yance/shared-types';
import { useServices } from '../../../shared/requests/list-services';
import { useDesk } from '../../../shared/session/desk';
import styles from '../care.module.css';
import type { RecordFields } from './record-fields';
import type { RecordWords } from './record-words';
import { WordField } from './word-field';

/** Services that were done, each with the parameters that it asks for. */
export function DoneFields({ words }: { words: RecordWords }) {
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
            <Done key={key} at={name} words={words} onRemove={() => remove(name)} />
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

interface DoneProps {
  at: number;
  words: RecordWords;
  onRemove: () => void;
}

function Done({ at, words, onRemove }: DoneProps) {
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
              <Parameter
                key={key}
                at={name}
                service={at}
                words={words}
                onRemove={() => remove(name)}
              />
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

/** A setting: any words, or a known name with a number. */
function Parameter({ at, service, words, onRemove }: DoneProps & { service: number }) {
  const form = Form.useFormInstance<RecordFields>();
  const isWork = () => {
    const typed = form.getFieldValue(['done', service, 'parameters', at]) as
      | Partial<RecordFields['done'][number]['parameters'][number]>
      | undefined;
    const { name = '', value = '', unit = '' } = typed ?? {};
    // A line without a name or a value is left out.
    return name === '' || value === '' || isWorkParameter({ name, value, unit }, words.house);
  };
  const measure = () =>
    words.isFree || isWork() ? Promise.resolve() : Promise.reject(new Error('只填数字'));
  return (
    <div className={styles.line}>
      <Form.Item name={[at, 'name']}>
        <WordField words={words} from={words.parameters} label="参数" maxLength={20} />
      </Form.Item>
      <Form.Item name={[at, 'value']} rules={[{ validator: measure }]}>
        <Input
          maxLength={40}
          placeholder={words.isFree ? '数值' : '只填数字'}
          aria-label="数值"
          data-testid={`record-value-${service}-${at}`}
        />
      </Form.Item>
      <Form.Item name={[at, 'unit']}>
        <WordField words={words} from={words.units} label="单位" maxLength={10} />
      </Form.Item>
      <Button type="text" icon={<CloseOutlined />} aria-label="去掉这个参数" onClick={onRemove} />
    </div>
  );
}
