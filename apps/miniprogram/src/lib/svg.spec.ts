import { describe, expect, it } from '@jest/globals';
import { svgBackground } from './svg';

describe('svgBackground', () => {
  it('is a data address without a sign that would end it', () => {
    const value = svgBackground(2, 3, '<path d="M0 0" fill="#000"/>');
    const [, address = ''] = /^url\("(data:image\/svg\+xml,[^"<>#]*)"\)$/.exec(value) ?? [];
    expect(decodeURIComponent(address)).toContain('viewBox="0 0 2 3"><path d="M0 0" fill="#000"/>');
  });
});
