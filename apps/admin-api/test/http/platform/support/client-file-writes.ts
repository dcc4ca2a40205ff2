import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStore } from '../../../support/given/index.js';
import { PASSWORD, aClient, aStaffToken, anAccount } from '../../../support/people.js';
import { givenFile } from '../../hostile/support/file-stage.js';
import { LOOK_WORDS, aLook } from '../../hostile/support/health-stage.js';
import { count, type Given } from './writes.js';

interface AFile {
  readonly id: string;
  readonly token: string;
  readonly noteId: string;
  readonly groupId: string;
}

/** A file with a note, and a group of tags. */
async function aFile(api: TestApi): Promise<AFile> {
  const [{ id }, token] = [await aClient(api), await aStaffToken(api, ['manager'])];
  const { ids } = await givenFile(api, token, id);
  return { id, token, noteId: ids['notes'] ?? '', groupId: ids['client-tag-groups'] ?? '' };
}

const NOTE = { text: '喜欢靠窗的位置', visibility: 'all' };

/** Two files, and who may join them. */
async function twoFiles(api: TestApi): Promise<{ fromId: string; toId: string; token: string }> {
  const [from, to] = [await aClient(api), await aClient(api)];
  return { fromId: from.id, toId: to.id, token: await aStaffToken(api, ['manager']) };
}

const JOINED = { reason: '同一位顾客' };
const PARTED = { reason: '其实是两个人' };

/** A second person's look at what stopped something. */
const aCareLook: Given = async (api) => {
  const [{ id }, token] = [await aClient(api), await aStaffToken(api, ['manager'])];
  const { username, staffId } = await anAccount(api, ['manager']);
  const body = {
    ...(await aLook(api, id, newId())),
    approver: { username, password: PASSWORD },
  };
  return {
    ...{ path: `/staff/clients/${id}/care-looks`, token, body },
    other: { ...body, approver: { username, password: 'nonsense' } },
    effects: () =>
      count(api, `FROM audit_log WHERE subject_id = ? AND actor_id = ?`, [id, staffId]),
    secrets: () => Promise.resolve([LOOK_WORDS, PASSWORD]),
  };
};

/** Writes of what is known of a client, and of files that are one person's. */
export const CLIENT_FILE_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/clients/:id/notes',
    async (api) => {
      const { id, token } = await aFile(api);
      return {
        ...{ path: `/staff/clients/${id}/notes`, token, body: NOTE },
        other: { ...NOTE, text: '喜欢安静' },
        effects: async () =>
          (await count(api, 'FROM customer_note WHERE customer_id = ?', [id])) - 1,
        secrets: () => Promise.resolve([NOTE.text]),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/notes/:noteId/correct',
    async (api) => {
      const { id, token, noteId } = await aFile(api);
      return {
        ...{ path: `/staff/clients/${id}/notes/${noteId}/correct`, token },
        ...{ body: { text: NOTE.text }, other: { text: '喜欢安静' } },
        effects: async () =>
          (await count(api, 'FROM customer_note WHERE customer_id = ?', [id])) - 1,
        secrets: () => Promise.resolve([NOTE.text]),
      };
    },
  ],
  [
    'POST /api/staff/client-tag-groups',
    async (api) => {
      const [token, name] = [await aStaffToken(api, ['manager']), `组${newId().slice(-8)}`];
      const body = { name, color: 'leaf', oneOf: false };
      return {
        ...{ path: '/staff/client-tag-groups', token, body, other: { ...body, oneOf: true } },
        effects: () => count(api, 'FROM customer_tag_group WHERE name = ?', [name]),
      };
    },
  ],
  [
    'POST /api/staff/client-tag-groups/:groupId/tags',
    async (api) => {
      const { token, groupId } = await aFile(api);
      return {
        ...{ path: `/staff/client-tag-groups/${groupId}/tags`, token },
        ...{ body: { name: '爱笑' }, other: { name: '爱安静' } },
        effects: async () =>
          (await count(api, 'FROM customer_tag WHERE group_id = ?', [groupId])) - 1,
      };
    },
  ],
  [
    'POST /api/staff/client-tag-rules',
    async (api) => {
      const { token, groupId } = await aFile(api);
      const body = { groupId, name: '常来的', rule: { visits: '5' } };
      return {
        ...{ path: '/staff/client-tag-rules', token, body },
        other: { ...body, rule: { visits: '6' } },
        effects: async () =>
          (await count(api, 'FROM customer_tag WHERE group_id = ?', [groupId])) - 1,
      };
    },
  ],
  [
    'POST /api/staff/client-filters',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { storeId, name: '沉睡的', filter: { stage: 'sleeping' }, shared: false };
      return {
        ...{ path: '/staff/client-filters', token, body },
        other: { ...body, shared: true },
        effects: () =>
          count(
            api,
            'FROM client_filter f JOIN staff_store s ON s.staff_id = f.staff_id WHERE s.store_id = ?',
            [storeId],
          ),
      };
    },
  ],
  [
    'POST /api/staff/merges',
    async (api) => {
      const { token, ...files } = await twoFiles(api);
      const body = { ...files, ...JOINED };
      return {
        ...{ path: '/staff/merges', token, body, other: { ...body, ...PARTED } },
        effects: () => count(api, 'FROM file_merge WHERE from_id = ?', [files.fromId]),
      };
    },
  ],
  [
    'POST /api/staff/merges/:mergeId/undo',
    async (api) => {
      const { token, ...files } = await twoFiles(api);
      const body = { ...files, ...JOINED };
      const joined = await api.call('/staff/merges', { token, body });
      const { mergeId } = joined.body as { mergeId: string };
      return {
        ...{ path: `/staff/merges/${mergeId}/undo`, token, body: PARTED, other: JOINED },
        effects: () =>
          count(api, 'FROM file_merge WHERE id = ? AND undone_at IS NOT NULL', [mergeId]),
      };
    },
  ],
];

/** A piece of care knowledge with a name of its own. */
const knowledge =
  (what: string, table: string, body: object): Given =>
  async (api) => {
    const [token, name] = [await aStaffToken(api, ['manager']), `名${newId().slice(-8)}`];
    return {
      ...{ path: `/staff/care-knowledge/${what}`, token, body: { ...body, name } },
      other: { ...body, name: `${name}二` },
      effects: () => count(api, `FROM ${table} WHERE name = ?`, [name]),
    };
  };

const CONDITION = { hint: '', state: 'active' };

/** Writes of what speaks against a treatment. */
export const CARE_KNOWLEDGE_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/staff/clients/:id/care-looks', aCareLook],
  [
    'POST /api/staff/care-knowledge/ingredients',
    knowledge('ingredients', 'ingredient', {
      ...{ kind: 'single', inci: 'Niacinamide', also: [], memberIds: [], state: 'active' },
    }),
  ],
  [
    'POST /api/staff/care-knowledge/conditions',
    knowledge('conditions', 'health_condition', CONDITION),
  ],
  [
    'POST /api/staff/care-knowledge/rules',
    async (api) => {
      const token = await aStaffToken(api, ['manager']);
      const made = async (what: string, body: object): Promise<string> => {
        const answer = await api.call(`/staff/care-knowledge/${what}`, { token, body });
        return (answer.body as { id: string }).id;
      };
      const name = `名${newId().slice(-8)}`;
      const conditionId = await made('conditions', { ...CONDITION, name });
      const targetId = await made('ingredients', {
        ...{ kind: 'single', name, inci: null, also: [], memberIds: [], state: 'active' },
      });
      const about = { conditionId, targetKind: 'ingredient', targetId };
      const body = { ...about, severity: 'soft', advice: '先问一问' };
      return {
        ...{ path: '/staff/care-knowledge/rules', token, body },
        other: { ...body, severity: 'hard' },
        effects: () => count(api, 'FROM care_rule WHERE condition_id = ?', [conditionId]),
      };
    },
  ],
];
