import type { SandboxState } from '../state/sandbox-state.js';
import type { Endpoint } from './endpoint.js';

const ONE_TIME = 2;

/** GET /wxaapi/newtmpl/gettemplate: the templates that the app has chosen. */
export function templateList(state: SandboxState): Endpoint {
  return {
    method: 'GET',
    path: '/wxaapi/newtmpl/gettemplate',
    needsToken: true,
    answer() {
      const data = Object.values(state.app.templates).map(({ id, title, fields }) => ({
        priTmplId: id,
        title,
        content: fields.map(({ key, label }) => `${label}:{{${key}.DATA}}\n`).join(''),
        example: fields.map(({ label }) => `${label}:${label}\n`).join(''),
        type: ONE_TIME,
      }));
      return { errcode: 0, errmsg: 'ok', data };
    },
  };
}
