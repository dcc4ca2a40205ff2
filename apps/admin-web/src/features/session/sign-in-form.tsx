import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Session } from '../../shared/api/contract';
import { ApiProblem, sentenceOf } from '../../shared/api/problem';
import { useSignIn, type Credentials } from './api/sign-in';
import styles from './login-page.module.css';

const wantsTotp = (error: unknown) =>
  error instanceof ApiProblem && String(error.code).startsWith('TOTP');

/** Name, password, and the second factor once the API asks for it. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const signIn = useSignIn(onSignedIn);
  const [asksTotp, setAsksTotp] = useState(false);
  const submit = (credentials: Credentials) => {
    if (signIn.isPending) return;
    signIn.mutate(credentials, {
      onError: (error) => setAsksTotp((was) => was || wantsTotp(error)),
    });
  };
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={submit}
      size="large"
    >
      <Form.Item
        name="username"
        label="用户名"
        rules={[{ required: true, whitespace: true, message: '请输入用户名' }]}
      >
        <Input autoFocus autoComplete="username" maxLength={64} data-testid="login-username" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password
          autoComplete="current-password"
          maxLength={128}
          data-testid="login-password"
        />
      </Form.Item>
      {asksTotp && <TotpField />}
      {signIn.error && !(wantsTotp(signIn.error) && !asksTotp) && (
        <p className={styles.error} role="alert" data-testid="login-error">
          {sentenceOf(signIn.error)}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={signIn.isPending}
        data-testid="login-submit"
      >
        登录
      </Button>
    </Form>
  );
}

function TotpField() {
  return (
    <Form.Item
      name="totp"
      label="动态码"
      extra="打开身份验证器，填写 6 位数字"
      rules={[{ required: true, pattern: /^\d{6}$/, message: '动态码是 6 位数字' }]}
    >
      <Input
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        data-testid="login-totp"
      />
    </Form.Item>
  );
}
