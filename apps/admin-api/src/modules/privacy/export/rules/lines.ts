import { HOME_ZONE, localDate, type LocalDate } from '../../../../platform/clock/index.js';
import { formatBirthday, maskPhone, type Birthday } from '../../../customers/index.js';
import type { ClientFacts } from '../../../client-view/index.js';
import { COLUMN_NAMES, type ExportColumn } from './columns.js';
import { hideTheRare, spendGroup, visitGroup } from './de-identify.js';
import { GENDER_WORDS, SOURCE_WORDS, STAGE_WORDS } from './words.js';

/** A cell: money and counts are numbers, so that a spreadsheet can add them up. */
export type ExportCell = string | number;

/** A client with her whole phone where the list was agreed to hold it. */
export interface ExportedClient extends ClientFacts {
  readonly phone?: string;
}

const FEN_PER_YUAN = 100;

/** 农历1990-08-03, or 03-09 where nobody knows the year. */
const birthdayWords = (birthday: Birthday): string =>
  `${birthday.calendar === 'lunar' ? '农历' : ''}${formatBirthday(birthday).replace(/^--/, '')}`;

const CELLS: Readonly<Record<ExportColumn, (client: ExportedClient) => ExportCell>> = {
  member_no: ({ memberNo }) => memberNo,
  own_no: ({ ownNo }) => ownNo ?? '',
  name: ({ name }) => name,
  gender: ({ gender }) => GENDER_WORDS[gender],
  birthday: ({ birthday }) => (birthday === null ? '' : birthdayWords(birthday)),
  phone: ({ phone, phoneEnd }) => phone ?? (phoneEnd === null ? '' : maskPhone(phoneEnd)),
  source: ({ source }) => SOURCE_WORDS[source],
  home_store: ({ homeStore }) => homeStore ?? '',
  consultant: ({ consultant }) => consultant ?? '',
  tags: ({ tags }) => tags.join('、'),
  tier: ({ tier }) => tier ?? '',
  stage: ({ stage }) => (stage === null ? '' : STAGE_WORDS[stage]),
  first_visit: ({ firstVisitOn }) => firstVisitOn ?? '',
  last_visit: ({ lastVisitOn }) => lastVisitOn ?? '',
  visits: ({ visits }) => visits,
  spend_year: ({ spendYearFen }) => spendYearFen / FEN_PER_YUAN,
  balance: ({ balanceFen }) => balanceFen / FEN_PER_YUAN,
  opened_on: ({ openedAt }) => localDate(openedAt, HOME_ZONE),
};

/** The lines of a list with names; its headings first. */
export function clientLines(
  clients: readonly ExportedClient[],
  columns: readonly ExportColumn[],
): ExportCell[][] {
  return [
    columns.map((column) => COLUMN_NAMES[column]),
    ...clients.map((client) => columns.map((column) => CELLS[column](client))),
  ];
}

const NAMELESS = [
  ...[
    '年龄段',
    '性别',
    '归属门店',
    '来源',
    '会员等级',
    '阶段',
    '到店次数',
    '近一年消费',
    '最近到店月份',
  ],
];
const MONTH_CHARACTERS = 7;

/** Whole years by a solar birthday with its year; a lunar one is taken for it, which an age group does not feel. */
function ageOf({ birthday }: ClientFacts, today: LocalDate): number | null {
  const year = birthday?.year ?? null;
  return year === null ? null : Number(today.slice(0, 4)) - year;
}

/** The lines of a list without names: nobody in it can be told from at least four others by age, gender and store. */
export function namelessLines(clients: readonly ClientFacts[], today: LocalDate): ExportCell[][] {
  const shown = hideTheRare(
    clients.map((client) => ({
      age: ageOf(client, today),
      gender: GENDER_WORDS[client.gender],
      store: client.homeStore ?? '未定',
    })),
  );
  const lines = clients.flatMap((client, at) => {
    const one = shown[at];
    if (!one) return [];
    return [
      [
        ...[one.age, one.gender, one.store, SOURCE_WORDS[client.source], client.tier ?? ''],
        ...[client.stage === null ? '' : STAGE_WORDS[client.stage], visitGroup(client.visits)],
        spendGroup(client.spendYearFen),
        (client.lastVisitOn ?? '').slice(0, MONTH_CHARACTERS),
      ],
    ];
  });
  // In an order that says nothing of when her file was opened.
  return [NAMELESS, ...lines.sort((one, other) => (one.join() < other.join() ? -1 : 1))];
}
