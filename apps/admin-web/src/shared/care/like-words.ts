import type { ClientProfile } from '../api/contract';

export type Pressure = NonNullable<ClientProfile['preferences']['pressure']>;
export type Talk = NonNullable<ClientProfile['preferences']['talk']>;

export const PRESSURE_WORDS: Readonly<Record<Pressure, string>> = {
  light: '轻一点',
  medium: '适中',
  firm: '重一点',
};

export const TALK_WORDS: Readonly<Record<Talk, string>> = {
  quiet: '喜欢安静',
  either: '都可以',
  talkative: '喜欢聊天',
};
