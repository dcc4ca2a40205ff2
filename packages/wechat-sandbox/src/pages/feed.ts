import type { DeliveredMessage, DeliveredText, SandboxState } from '../state/sandbox-state.js';
import { html, type Html } from './html.js';

const SHOWN = 30;

const WALL_CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The two columns: what the phones have received, newest first. */
export function feed(state: SandboxState): Html {
  return html`<section aria-labelledby="sms-title">
      <h2 id="sms-title">短信</h2>
      ${column(state.texts.newestFirst().slice(0, SHOWN).map(textCard), '还没有短信。在手机预览里获取验证码后，会显示在这里。')}
    </section>
    <section aria-labelledby="message-title">
      <h2 id="message-title">订阅消息</h2>
      ${column(state.messages.newestFirst().slice(0, SHOWN).map(messageCard), '还没有订阅消息。顾客允许提醒、门店确认预约后，会显示在这里。')}
    </section>`;
}

function column(cards: readonly Html[], whenEmpty: string): Html {
  return cards.length > 0 ? html`${cards}` : html`<p class="empty">${whenEmpty}</p>`;
}

function textCard(text: DeliveredText): Html {
  const code = text.params['code'];
  return html`<article>
    <header><strong>${spacedPhone(text.phone)}</strong>${when(text.at)}</header>
    <p>${text.text}</p>
    ${code === undefined ? html`` : html`<p class="code" aria-label="验证码">${code}</p>`}
  </article>`;
}

function messageCard(message: DeliveredMessage): Html {
  const lines = message.lines.map(
    ({ label, value }) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  const page =
    message.page === null
      ? html``
      : html`<div>
          <dt>打开页面</dt>
          <dd>${message.page}</dd>
        </div>`;
  return html`<article>
    <header><strong>${message.title}</strong>${when(message.at)}</header>
    <dl>${lines}</dl>
    <dl class="quiet">
      <div>
        <dt>接收人</dt>
        <dd>${message.openid}</dd>
      </div>
      ${page}
    </dl>
  </article>`;
}

function when(instant: string): Html {
  return html`<time datetime="${instant}">${WALL_CLOCK.format(new Date(instant))}</time>`;
}

function spacedPhone(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
