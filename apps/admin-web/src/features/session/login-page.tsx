import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ApiProblem, sentenceOf } from '../../shared/api/problem';
import { tokens } from '../../shared/theme/tokens';
import { useSession } from './api/read-session';
import { useSignIn, type Credentials } from './api/sign-in';
import styles from './login-page.module.css';
import { safeReturn } from './safe-return';

const wantsTotp = (error: unknown) =>
  error instanceof ApiProblem && String(error.code).startsWith('TOTP');

/** The way in: name, password, and the second factor once the API asks for it. */
export default function LoginPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const signIn = useSignIn();
  const [asksTotp, setAsksTotp] = useState(false);
  if (session.data) return <Navigate to={safeReturn(search.get('from'))} replace />;

  const submit = (credentials: Credentials) => {
    if (signIn.isPending) return;
    signIn.mutate(credentials, {
      onError: (error) => setAsksTotp((was) => was || wantsTotp(error)),
    });
  };
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>{tokens.brandName}</p>
        <p className={styles.tagline}>把每一位顾客，好好记在册</p>
        {search.get('expired') && !signIn.error && (
          <p className={styles.notice} role="status">
            登录已过期，请重新登录，之后会回到刚才的页面。
          </p>
        )}
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
          <Form.Item
            name="password"
            label="密码"
            rules={[{ required: true, message: '请输入密码' }]}
          >
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
      </div>
    </main>
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
