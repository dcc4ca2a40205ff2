import { describe, expect, it } from '@jest/globals';
import { faultOfTags, type Tag, type TagGroup } from './tags.js';

const aTag = (id: string, more: Partial<Tag> = {}): Tag => ({
  ...{ id, groupId: 'G', name: id, keptBy: 'hand', state: 'active' },
  ...more,
});
const aGroup = (oneOf: boolean, tags: Tag[]): TagGroup => ({
  ...{ id: 'G', name: '肤质', color: 'leaf', oneOf, purpose: 'free', tags },
});

describe('the tags of a file', () => {
  it('are as many of a group as one likes, unless it allows one', () => {
    const tags = [aTag('a'), aTag('b')];
    expect(faultOfTags([aGroup(false, tags)], ['a', 'b'], [])).toBeUndefined();
    expect(faultOfTags([aGroup(true, tags)], ['a', 'b'], [])).toContain('肤质');
    expect(faultOfTags([aGroup(true, tags)], ['b'], ['a'])).toBeUndefined();
  });

  it('are none that is unknown, retired or kept by a rule, but one that is there may stay', () => {
    const groups = [
      aGroup(false, [aTag('old', { state: 'retired' }), aTag('r', { keptBy: 'rule' })]),
    ];
    for (const id of ['old', 'r', 'none']) expect(faultOfTags(groups, [id], [])).toBeDefined();
    expect(faultOfTags(groups, ['old', 'r'], ['old', 'r'])).toBeUndefined();
  });
});
