import { STAFF_ROLES, type StaffRole, type components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aKey, agreesOnPaper } from '../../support/given/index.js';
import { aQuestion, aQuestionnaire } from '../../support/given/questionnaires.js';
import { aStaffToken } from '../../support/people.js';
import { SIGNATURE } from '../../support/signature.js';
import { aCareHouse, type CareHouse } from '../care/a-care-house.js';
import { taken } from '../checkout/a-desk.js';

type Schemas = components['schemas'];
type Line = Schemas['TimeLineView'];
type Sheet = Schemas['ConsentSheetDto'];
type Standings = Schemas['QuestionnaireStandingsDto'];

/** Titles that name a matter of health, and one that does not. */
const TITLES = {
  questionnaire: `过敏史问卷${newId().slice(-6)}`,
  notice: `孕期护理告知书${newId().slice(-6)}`,
};
/** Those who book, bill or treat know what a client was asked; for others it has no name. */
const NAMED: Readonly<Record<StaffRole, boolean>> = {
  ...{ owner: true, manager: true, desk: true, therapist: true, consultant: true },
  ...{ marketing: false, finance: false },
};

let house: CareHouse;
let clientId: string;
let healthTitle: string;
let privacyTitle: string;
let questionnaireId: string;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  const { api, manager, therapistToken } = house;
  clientId = (await house.aMember()).id;
  const at = `/staff/clients/${clientId}`;
  await agreesOnPaper(api, therapistToken.token, clientId);
  await agreesOnPaper(api, therapistToken.token, clientId, 'privacy');
  const { items } = await house.get<Schemas['ConsentSheetDto']>(manager, `${at}/consents`);
  const titleOf = (kind: string): string =>
    items.find(({ text }) => text.kind === kind)?.text.title ?? '';
  [healthTitle, privacyTitle] = [titleOf('health'), titleOf('privacy')];
  const notice = taken<{ id: string }>(
    await house.post(manager, '/staff/consent-texts', {
      ...{ kind: 'notice', serviceId: house.serviceId, title: TITLES.notice },
      body: '做之前请把怀孕、备孕和用药情况告诉为您护理的人，做完当天不泡温泉。',
    }),
  );
  const signed = { textId: notice.id, paperNo: 'TY-2026-009', ofAgeReason: '看过身份证' };
  taken(await house.post(therapistToken, `${at}/consents`, signed));
  questionnaireId = await aQuestionnaire(api, manager.token, {
    ...{ title: TITLES.questionnaire, questions: [aQuestion('words', 'text')] },
  });
  const answered = { version: 1, answers: [{ key: 'words', text: '没有' }], signature: SIGNATURE };
  taken(
    await api.call(`${at}/questionnaires/${questionnaireId}/answers`, {
      ...{ token: therapistToken.token, body: answered },
      headers: { 'idempotency-key': aKey() },
    }),
  );
});
afterAll(() => house.close());

describe.each(STAFF_ROLES)('the role %s', (role) => {
  it('finds papers in the time line, by name where its work is about them', async () => {
    const token = { token: await aStaffToken(house.api, [role], [house.store.id]) };
    const at = `/staff/clients/${clientId}`;
    const page = await house.get<{ timeLine: Line }>(token, `${at}/page`);
    const lines = [
      await house.get<Line>(token, `${at}/time-line`),
      await house.get<Line>(token, `${at}/time-line?group=papers`),
      page.timeLine,
    ];
    for (const { items } of lines) {
      const papers = items.filter(({ kind }) => ['consent', 'questionnaire'].includes(kind));
      const titles = papers.map(({ title }) => title).sort();
      const hidden = NAMED[role] ? [healthTitle, ...Object.values(TITLES)] : ['', '', ''];
      expect(titles).toEqual([...hidden, privacyTitle].sort());
    }
  });

  it('finds them in their panels and on the page by name where its work is about them, else by their kind', async () => {
    const token = { token: await aStaffToken(house.api, [role], [house.store.id]) };
    const at = `/staff/clients/${clientId}`;
    const asked = `?serviceIds=${house.serviceId}`;
    const sheets = [
      await house.get<Sheet>(token, `${at}/consents`),
      await house.get<Sheet>(token, `${at}/consents${asked}`),
      (await house.get<{ consents: Sheet }>(token, `${at}/page`)).consents,
    ];
    for (const { items, history } of sheets) {
      const named = NAMED[role] ? [healthTitle, TITLES.notice] : ['健康信息', '风险告知书'];
      expect(history.map(({ title }) => title).sort()).toEqual([...named, privacyTitle].sort());
      expect(items.map(({ text }) => text.title)).toContain(privacyTitle);
    }
    const { questionnaires } = await house.get<{ questionnaires: Standings }>(token, `${at}/page`);
    const panel = await house.get<Standings>(token, `${at}/questionnaires${asked}`);
    for (const { items } of [questionnaires, panel])
      expect(items.map(({ title }) => title)).toContain(
        NAMED[role] ? TITLES.questionnaire : '问卷',
      );
    if (NAMED[role]) return;
    const all = JSON.stringify([sheets, questionnaires, panel]);
    for (const words of [...Object.values(TITLES), '怀孕']) expect(all).not.toContain(words);
    const open = await house.api.call(`${at}/questionnaires/${questionnaireId}`, token);
    expect(open.status).toBe(403);
  });
});
