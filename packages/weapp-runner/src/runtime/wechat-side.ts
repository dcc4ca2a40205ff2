import type { Answers, Host, RuntimePlan } from '../protocol.js';

/** WeChat's servers as the phone reaches them, played by the control side of the sandbox. */
export class WeChatSide {
  constructor(
    private readonly host: Host,
    private readonly plan: Pick<RuntimePlan, 'person' | 'sandboxOrigin'>,
  ) {}

  /** A code of wx.login. @throws Error when the sandbox does not answer */
  loginCode(): Promise<string> {
    return this.code('login-code', { openid: this.plan.person.openid });
  }

  /** A code of the phone button. @throws Error when the sandbox does not answer */
  phoneCode(): Promise<string> {
    return this.code('phone-code', { phone: this.plan.person.phone });
  }

  /** Notes what the person answered about one template. @throws Error when the sandbox refuses */
  async subscribe(templateId: string, result: Answers['subscribe']): Promise<void> {
    await this.ask('subscribe', { openid: this.plan.person.openid, templateId, result });
  }

  /**
   * The person at the cashier, with the five texts that the merchant signed.
   * @throws Error when there is no such order, it cannot be paid, is not hers, or was not signed for this
   */
  async cashier(
    prepayId: string,
    outcome: Answers['payment'],
    pay: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { openid } = this.plan.person;
    await this.ask('cashier', { prepayId, outcome, openid, pay });
  }

  private async code(path: string, body: object): Promise<string> {
    const { code } = (await this.ask(path, body)) as { code?: unknown };
    if (typeof code !== 'string') throw new Error(`the sandbox gave no code for ${path}`);
    return code;
  }

  private async ask(path: string, body: object): Promise<unknown> {
    const { sandboxOrigin } = this.plan;
    if (!sandboxOrigin) throw new Error('no sandbox stands in for WeChat here');
    const answer = await this.host.http({
      method: 'POST',
      url: `${sandboxOrigin}/_sandbox/${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs: 10_000,
      privileged: true,
    });
    if ('failure' in answer) throw new Error(answer.failure);
    const parsed = parse(answer.body);
    if (answer.status >= 400) {
      const { detail, code } = (parsed ?? {}) as { detail?: string; code?: string };
      throw new Error(detail ?? code ?? `sandbox answered ${answer.status}`);
    }
    return parsed;
  }
}

function parse(text: string): unknown {
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
