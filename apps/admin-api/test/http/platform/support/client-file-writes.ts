import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aClient, aStaffToken } from '../../../support/people.js';
import { givenFile } from '../../hostile/support/file-stage.js';
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
