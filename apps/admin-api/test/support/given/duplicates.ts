import type { FindDuplicates } from '../../../src/modules/privacy/index.js';
import type { TestApi } from '../an-api.js';
import { aPhone } from '../people.js';

/** Two files that look like one person's; the id of their pair. */
export async function aDuplicate(
  api: TestApi,
  token: string,
  finder: FindDuplicates,
): Promise<string> {
  const ids: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const body = { name: '叶知秋', birthday: '1988-08-08', phone: aPhone() };
    const answer = await api.call('/staff/clients', { token, body });
    ids.push((answer.body as { id: string }).id);
  }
  await finder.find(undefined, -1_000);
  const pair = await api.unitOfWork.run((tx) =>
    tx.row<{ id: string }>('SELECT id FROM duplicate_pair WHERE low_id = ? AND high_id = ?', [
      ...ids.sort(),
    ]),
  );
  if (!pair) throw new Error('two files of one name and birthday are no pair');
  return pair.id;
}
