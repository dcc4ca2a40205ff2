import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';

/** What a client file has beyond its basics, and the salon's words for it. */
export interface GivenFile {
  readonly ids: Readonly<Record<string, string>>;
}

/** A note on the file, a group of tags and a tag in it. @param token of one who may do all of it */
export async function givenFile(api: TestApi, token: string, clientId: string): Promise<GivenFile> {
  const note = { text: '喜欢靠窗', visibility: 'all' };
  const written = await api.call(`/staff/clients/${clientId}/notes`, { token, body: note });
  const { id: notes } = written.body as { id: string };
  const name = `组${newId().slice(-8)}`;
  const group = { name, color: 'leaf', oneOf: false };
  await api.call('/staff/client-tag-groups', { token, body: group });
  const row = await api.database.row<{ id: string }>(
    'SELECT id FROM customer_tag_group WHERE name = ?',
    [name],
  );
  const groupId = row?.id ?? '';
  const path = `/staff/client-tag-groups/${groupId}/tags`;
  await api.call(path, { token, body: { name } });
  const tag = await api.database.row<{ id: string }>(
    'SELECT id FROM customer_tag WHERE group_id = ?',
    [groupId],
  );
  return { ids: { notes, 'client-tag-groups': groupId, 'client-tags': tag?.id ?? '' } };
}

/** Right values of what is known of a client. `referrerId` is another one than whose file it is. */
export const valuesOfFile = (given: GivenFile, referrerId: string, staffId: string) => ({
  ...{ ownNo: 'A-0001', consultantId: staffId, referrerId, occupation: '老师' },
  ...{ email: 'mei@example.com', address: '徐汇区', wechatName: '小美', brands: '不用含酒精的' },
  ...{ scents: '茉莉', pressure: 'light', talk: 'quiet', visibility: 'all', text: '喜欢靠窗' },
  ...{
    preferredStaffIds: [staffId],
    usualServiceIds: [],
    color: 'leaf',
    oneOf: false,
    purpose: 'need',
  },
  tagIds: [given.ids['client-tags'] ?? ''],
  ...{ relation: 'parent', shared: true, phoneId: undefined },
  occasions: [
    {
      ...{ label: '结婚纪念日', date: '2015-05-20', calendar: 'solar' },
      ...{ leapMonth: false, yearly: true },
    },
  ],
  // As the house comes: what stands here is asked of every file that another test opens.
  ...{ atCreation: [], wanted: ['phone', 'gender'], verifyMonths: 12, list: 'contact' },
  'POST /api/staff/clients/{id}/reveal-contact detail': 'email',
  'PATCH /api/staff/client-tags/{tagId} state': 'active',
  'PATCH /api/staff/client-tag-rules/{tagId} state': 'active',
});
