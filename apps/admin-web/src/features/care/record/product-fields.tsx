import { CloseOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { useProducts } from '../../../shared/requests/list-products';
import { useDesk } from '../../../shared/session/desk';
import styles from '../care.module.css';
import { AMOUNT } from './record-fields';
import type { RecordWords } from './record-words';
import { WordField, chosenOf, optionsOf } from './word-field';

const AMOUNT_RULE = [{ pattern: AMOUNT, message: '请填数字，最多两位小数' }];

/** Products that were used and how much of each: from the shelf, or by their name. */
export function ProductFields({ words }: { words: RecordWords }) {
  return (
    <Form.List name="products">
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>用了什么</h3>
          {fields.map(({ key, name }) => (
            <Product key={key} at={name} words={words} onRemove={() => remove(name)} />
          ))}
          {fields.length < 30 && (
            <Button
              onClick={() => add({ productId: null, name: '', amount: '', unit: 'ml' })}
              data-testid="record-add-product"
            >
              加用品
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

interface ProductProps {
  at: number;
  words: RecordWords;
  onRemove: () => void;
}

function Product({ at, words, onRemove }: ProductProps) {
  const { store } = useDesk();
  const form = Form.useFormInstance();
  const products = useProducts(store.id).data ?? [];
  const shelf = products.map(({ name }) => name);
  // What is typed over a product of the shelf is no longer that product.
  const note = (name: string | undefined) =>
    form.setFieldValue(
      ['products', at, 'productId'],
      products.find((one) => one.name === name)?.id ?? null,
    );
  return (
    <div className={styles.line} data-testid={`record-product-${at}`}>
      <Form.Item name={[at, 'name']} {...(words.isFree ? {} : { getValueProps: chosenOf })}>
        {words.isFree ? (
          <AutoComplete
            maxLength={60}
            placeholder="名称"
            aria-label="用品名称"
            onChange={note}
            options={products.map(({ name }) => ({ value: name }))}
            showSearch={{
              filterOption: (typed, option) => (option?.value ?? '').includes(typed.trim()),
            }}
          />
        ) : (
          <Select
            showSearch
            placeholder="选择用品"
            aria-label="用品名称"
            popupMatchSelectWidth={false}
            onChange={note}
            options={optionsOf([...new Set([...words.products, ...shelf])])}
          />
        )}
      </Form.Item>
      <Form.Item name={[at, 'amount']} rules={AMOUNT_RULE}>
        <Input
          inputMode="decimal"
          maxLength={8}
          placeholder="用量"
          aria-label="用量"
          data-testid={`record-amount-${at}`}
        />
      </Form.Item>
      <Form.Item name={[at, 'unit']}>
        <WordField words={words} from={words.units} label="单位" maxLength={10} />
      </Form.Item>
      <Button type="text" icon={<CloseOutlined />} aria-label="去掉这个用品" onClick={onRemove} />
    </div>
  );
}
