import type { FastifyInstance } from 'fastify';

import { Fields, readJson } from '../http/input.js';
import { changeEvent, popupEvent, type SubscribeChoice } from '../push/events.js';
import type { Pusher } from '../push/pusher.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { OPENID, OPENID_MEANS } from './openid.js';

const RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;
type Result = (typeof RESULTS)[number];

interface Choice {
  readonly templateId: string;
  readonly result: Result;
}

/** How a person answers the question for subscribe messages, at once or later in the settings. */
export function subscriptionRoutes(
  app: FastifyInstance,
  state: SandboxState,
  pusher: Pusher,
): void {
  app.post('/_sandbox/subscribe', (request) => {
    const fields = new Fields(readJson(request));
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const several = fields.has('results');
    const choices = several
      ? fields.objects('results', (each) => readChoice(each, state))
      : [readChoice(fields, state)];
    fields.check();
    state.people.visit(openid);
    const items = choices.map((choice) => ({ ...choice, credits: answer(state, openid, choice) }));
    const shown = choices.flatMap(toldChoice);
    if (shown.length > 0) pusher.send(popupEvent(openid, shown));
    return several ? { openid, items } : { openid, ...items[0] };
  });

  app.post('/_sandbox/subscription-settings', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['openid', 'templateIds']);
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const templateIds = fields.textList('templateIds', /^\S{1,128}$/, '须是模板编号');
    if (fields.has('templateIds') && templateIds.length === 0) {
      fields.reject('templateIds', '须是数组，至少一项', null);
    }
    if (templateIds.some((id) => state.template(id) === undefined)) {
      fields.reject('templateIds', '没有这个模板，见 GET /_sandbox/templates', null);
    }
    fields.check();
    for (const templateId of templateIds) state.credits.drop(openid, templateId);
    const choices = templateIds.map((templateId) => ({ templateId, result: 'reject' as const }));
    pusher.send(changeEvent(openid, choices));
    return { openid, templateIds };
  });
}

function readChoice(fields: Fields, state: SandboxState): Choice {
  const templateId = fields.text('templateId', /^\S{1,128}$/, '须是模板编号');
  const result = fields.choice('result', RESULTS);
  if (templateId !== '' && state.template(templateId) === undefined) {
    fields.reject('templateId', '没有这个模板，见 GET /_sandbox/templates', null);
  }
  return { templateId, result };
}

/** A refusal says no to this one question; consents given before stay, as on the phone. */
function answer(state: SandboxState, openid: string, { templateId, result }: Choice): number {
  return result === 'accept'
    ? state.credits.add(openid, templateId)
    : state.credits.left(openid, templateId);
}

/** Banned and filtered templates are not in the question, so nothing is told of them. */
function toldChoice({ templateId, result }: Choice): SubscribeChoice[] {
  return result === 'accept' || result === 'reject' ? [{ templateId, result }] : [];
}
