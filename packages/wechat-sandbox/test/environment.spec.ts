import { expect, it } from '@jest/globals';

import { EnvironmentError, readEnvironment } from '../src/environment.js';
import { DEMO_APPID, DEMO_SECRET, TEMPLATES } from '../src/index.js';

it('starts as the demo app on loopback when nothing is set', () => {
  expect(readEnvironment({})).toEqual({
    port: 3001,
    host: '127.0.0.1',
    appid: DEMO_APPID,
    secret: DEMO_SECRET,
    templates: TEMPLATES,
  });
});

it('never starts in production', () => {
  expect(() => readEnvironment({ YANCE_ENV: 'production' })).toThrow(EnvironmentError);
});

it.each([
  ['SANDBOX_PORT', 'http'],
  ['SANDBOX_PORT', '70000'],
  ['WECHAT_APPID', 'two words'],
  ['WECHAT_SECRET', ' '],
])('names %s when it is %j', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(name);
});

it('knows the templates by the ids that the API is configured with', () => {
  const { templates } = readEnvironment({ WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'mine' });
  expect(templates.appointmentChanged).toEqual({ ...TEMPLATES.appointmentChanged, id: 'mine' });
  expect(templates.appointmentConfirmed).toEqual(TEMPLATES.appointmentConfirmed);
});

it('has template ids as long as real ones, each its own', () => {
  const ids = Object.values(TEMPLATES).map((template) => template.id);
  expect(ids.filter((id) => id.length !== 43)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
