import {
  answersOfAsked,
  needsWords,
  readDayText,
  type Answer,
  type Question,
} from '@yance/shared-types';
import { isRecord } from '@/lib/failure';
import { KEPT_MS, clientOf } from '@/lib/leftovers';
import type { KeyValue } from '@/lib/storage';

/** What she chose or typed so far, as it stands in the fields. */
export interface Typed {
  options?: readonly string[];
  /** Of a text, a number or a day; of a yes or no, what explains it. */
  text?: string;
  yes?: boolean;
}
export type TypedAnswers = Readonly<Record<string, Typed>>;

const DECIMAL = /^-?\d+(?:\.\d{1,2})?$/;

/** What somebody typed, as the answer of a question; nothing where she left it. */
function answerFrom(question: Question, { options = [], text = '', yes }: Typed): Answer[] {
  const { key, kind } = question;
  const words = text.trim();
  if (kind === 'yes_no') {
    if (yes === undefined) return [];
    return [needsWords(question, { yes }) ? { key, yes, text: words } : { key, yes }];
  }
  if (kind === 'single' || kind === 'several') return options.length > 0 ? [{ key, options }] : [];
  if (words === '') return [];
  if (kind === 'text') return [{ key, text: words }];
  if (kind === 'number') return [{ key, number: DECIMAL.test(words) ? Number(words) : NaN }];
  return [{ key, day: readDayText(words)?.date ?? words }];
}

/** The answers that what she typed amounts to; what an earlier answer hid is left behind. */
export const answersFrom = (questions: readonly Question[], typed: TypedAnswers): Answer[] =>
  answersOfAsked(
    questions,
    questions.flatMap((question) => answerFrom(question, typed[question.key] ?? {})),
  );

/** The options after one was tapped: of a single choice the other goes. */
export function toggled({ kind }: Question, chosen: readonly string[], key: string): string[] {
  if (chosen.includes(key)) return chosen.filter((one) => one !== key);
  return kind === 'single' ? [key] : [...chosen, key];
}

/** What she entered and has not sent, on this phone alone, for a day. Of another version it is no answer to what is asked now. */
export class KeptReply {
  constructor(
    private readonly storage: KeyValue,
    private readonly id: string,
    private readonly version: number,
    private readonly now: () => number = () => Date.now(),
  ) {}

  read(): TypedAnswers {
    const kept = this.storage.read(this.key);
    if (!isRecord(kept) || kept['version'] !== this.version || !isRecord(kept['typed'])) return {};
    if (typeof kept['madeAt'] !== 'number' || this.now() - kept['madeAt'] > KEPT_MS) return {};
    const typed = Object.entries(kept['typed']).filter(([, one]) => isRecord(one));
    return Object.fromEntries(typed.map(([key, one]) => [key, typedOf(one)]));
  }

  write(typed: TypedAnswers): void {
    // Without knowing whose they are they are not kept.
    if (clientOf(this.storage) === undefined) return;
    this.storage.write(this.key, { version: this.version, typed, madeAt: this.now() });
  }

  /** Once it was sent, nothing of it stays on the phone. */
  clear(): void {
    this.storage.remove(this.key);
  }

  private get key(): string {
    return `yance.questionnaire.${clientOf(this.storage) ?? ''}.${this.id}`;
  }
}

function typedOf(kept: unknown): Typed {
  if (!isRecord(kept)) return {};
  const { options, text, yes } = kept;
  return {
    ...(Array.isArray(options) && {
      options: options.filter((one): one is string => typeof one === 'string'),
    }),
    ...(typeof text === 'string' && { text }),
    ...(typeof yes === 'boolean' && { yes }),
  };
}
