import { App, Form } from 'antd';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem';
import type { useWrite } from '../api/use-write';
import { Notice } from './amount';
import { showFieldErrors } from './field-errors';
import { FormDrawer } from './form-drawer';

interface SaveDrawerProps<Fields, Body> {
  title: string;
  /** In pixels; a phone gives it all it has. */
  width: number;
  /** Begins the marks of the form and of the button that saves. */
  testId: string;
  /** What the form opens with; what has to be chosen first is undefined. */
  initial: { [Name in keyof Fields]: Fields[Name] | undefined };
  saving: Pick<ReturnType<typeof useWrite<Body, unknown>>, 'write' | 'error' | 'isPending'>;
  /** What is sent, of the fields that are shown and of all, those included that the rest of the form hides now. */
  bodyOf: (shown: Fields, all: Fields) => Body;
  onClose: () => void;
  /** What the buttons and the message say where it is not a thing that is saved. */
  words?: { save: string; leave: string; done: string };
  /** The fields, given what stands in the form. */
  children: (fields: Fields) => ReactNode;
}

/** A form at the side with all that saving it takes; what the API finds wrong stands at its field. */
export function SaveDrawer<Fields extends object, Body>(props: SaveDrawerProps<Fields, Body>) {
  const { title, width, testId, initial, saving, bodyOf, onClose, words, children } = props;
  const { write, error, isPending } = saving;
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const typed = Form.useWatch([], form) as Fields | undefined;
  const save = (shown: Fields) => {
    const all = { ...initial, ...(form.getFieldsValue(true) as Fields) };
    write(bodyOf(shown, all), {
      done: () => {
        void message.success(words?.done ?? '已保存');
        onClose();
      },
      refused: (cause) => void showFieldErrors(form, cause),
    });
  };
  return (
    <FormDrawer
      title={title}
      width={width}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId={`${testId}-save`}
      {...(words && { saveWord: words.save, leaveWord: words.leave })}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={initial}
        data-testid={`${testId}-form`}
      >
        {children({ ...initial, ...typed } as Fields)}
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </Form>
    </FormDrawer>
  );
}
