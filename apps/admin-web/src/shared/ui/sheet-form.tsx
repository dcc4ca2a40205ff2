import { Form, type FormInstance } from 'antd';
import type { CSSProperties, ReactNode } from 'react';

/** The form of a sheet in two steps: fields are checked when they are left, and Enter goes on. */
export function SheetForm<Fields extends object>({
  form,
  onFinish,
  initialValues,
  style,
  children,
}: {
  form: FormInstance<Fields>;
  onFinish: (fields: Fields) => void;
  initialValues?: Partial<Fields>;
  style?: CSSProperties;
  children: ReactNode;
}) {
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={onFinish}
      initialValues={initialValues}
      style={style}
    >
      {children}
      {/* The button that everybody sees stands outside of the form. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </Form>
  );
}
