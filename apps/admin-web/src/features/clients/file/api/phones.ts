import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

const TOUCHED = [['clients'], keys.fileCare];

interface PhoneDraft {
  phone: string;
  label: string;
  primary: boolean;
  /** That other files have it too, as in a family. */
  shared: boolean;
}

/** @throws ApiProblem PHONE_ON_OTHER_FILE with `holders`, INVALID_INPUT */
export const addPhone = (id: string, { key, body }: { key: string; body: PhoneDraft }) =>
  answerOf(
    api.POST('/api/staff/clients/{id}/phones', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );

export const useAddPhone = (id: string) =>
  useWrite((call: { key: string; body: PhoneDraft }) => addPhone(id, call), TOUCHED);

export const removePhone = (id: string, phoneId: string) =>
  answerOf(
    api.DELETE('/api/staff/clients/{id}/phones/{phoneId}', { params: { path: { id, phoneId } } }),
  );

export const useRemovePhone = (id: string) =>
  useWrite(({ body }: { key: string; body: string }) => removePhone(id, body), TOUCHED);
