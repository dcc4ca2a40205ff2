import { Form, Input, Segmented, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { FilePolicy } from '../api/contract';
import { readBirthday } from '../format/birthday';
import { CREATION_WORDS } from '../format/file-words';
import { CLIENT_SOURCES, sourceWord } from '../format/words';
import { useFilePolicy } from '../requests/file-policy';

export type CreationField = FilePolicy['atCreation'][number];

/** What a new file has to say at once; nothing until that is known, and the API asks again anyway. */
export function useNeeded(): (field: CreationField) => boolean {
  const asked = useFilePolicy().data?.atCreation ?? [];
  return (field) => asked.includes(field);
}

/** The rule of a field that a new file needs. */
export const neededRule = (field: CreationField, isNeeded: boolean): Rule[] =>
  isNeeded ? [{ required: true, whitespace: true, message: `请填写${CREATION_WORDS[field]}` }] : [];

const GENDERS = [
  { value: 'female', label: '女' },
  { value: 'male', label: '男' },
];

/** @param isNeeded without the way to leave it open */
export const GenderField = ({ isNeeded = false }: { isNeeded?: boolean }) => (
  <Form.Item
    name="gender"
    label="性别"
    required={isNeeded}
    rules={
      isNeeded ? [{ type: 'enum', enum: ['female', 'male'], message: '请选择性别' }] : undefined
    }
  >
    <Segmented options={isNeeded ? GENDERS : [...GENDERS, { value: 'unknown', label: '未填' }]} />
  </Form.Item>
);

export const BirthdayField = ({ isNeeded = false }: { isNeeded?: boolean }) => (
  <Form.Item
    name="birthday"
    label="生日"
    extra="年份可以不填，例如 5-12；农历写作 农历5-12，闰月写作 农历闰6-8"
    rules={[
      ...neededRule('birthday', isNeeded),
      {
        validator: (_, text: string | undefined) =>
          readBirthday(text ?? '') === undefined
            ? Promise.reject(new Error('请填写有效的日期，例如 1990-5-12、5-12 或 农历5-12'))
            : Promise.resolve(),
      },
    ]}
  >
    <Input maxLength={20} placeholder="1990-5-12" data-testid="client-form-birthday" />
  </Form.Item>
);

export const SourceField = ({ isNeeded = false }: { isNeeded?: boolean }) => (
  <Form.Item name="source" label="来源" rules={neededRule('source', isNeeded)}>
    <Select
      options={CLIENT_SOURCES.map((source) => ({ value: source, label: sourceWord(source) }))}
      data-testid="client-form-source"
    />
  </Form.Item>
);
