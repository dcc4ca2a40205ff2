import type { ThrottleKey } from './data/login-throttle.js';
import { NAME_POLICY, PERSON_POLICY, PLACE_POLICY, placeOf } from './rules/throttle.js';

/** Who tries to sign in, as far as we can tell. */
export interface SignInAttempt {
  readonly username: string;
  /** The caller's address. */
  readonly address: string;
  /** What to count a browser by that has signed in with this very name before. */
  readonly knownDevice: string | undefined;
}

/** The counters that an attempt goes through. */
export function signInKeys({ username, address, knownDevice }: SignInAttempt): ThrottleKey[] {
  // Its own counter and no other: what strangers do at her place or by her name must not keep her out.
  if (knownDevice !== undefined) {
    return [{ text: `device:${knownDevice}`, policy: PERSON_POLICY, forgivenBySuccess: true }];
  }
  const place = placeOf(address);
  const person = `person:${username}@${place ?? 'here'}`;
  const keys: ThrottleKey[] = [
    { text: person, policy: PERSON_POLICY, forgivenBySuccess: true },
    { text: `name:${username}`, policy: NAME_POLICY, forgivenBySuccess: false },
  ];
  // Behind a proxy that we were not told of, loopback would be everybody.
  if (place) keys.push({ text: `place:${place}`, policy: PLACE_POLICY, forgivenBySuccess: false });
  return keys;
}
