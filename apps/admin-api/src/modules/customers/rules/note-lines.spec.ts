import { describe, expect, it } from '@jest/globals';
import { standingNotes, type WrittenNote } from './note-lines.js';

const BY = { kind: 'staff', id: 'S', name: '周婷' } as const;

const aNote = (id: string, more: Partial<WrittenNote> = {}): WrittenNote => ({
  ...{ id, visibility: 'all', text: `text ${id}`, correctsId: null, by: BY, at: new Date(0) },
  ...more,
});

describe('notes of a file', () => {
  it('stand as they were corrected last, with all that they said before', () => {
    const [note] = standingNotes([
      aNote('1'),
      aNote('2', { correctsId: '1' }),
      aNote('3', { correctsId: '2' }),
    ]);
    expect(note?.text).toBe('text 3');
    expect(note?.earlier.map(({ text }) => text)).toEqual(['text 2', 'text 1']);
  });

  it('come with the latest first', () => {
    expect(standingNotes([aNote('1'), aNote('2')]).map(({ id }) => id)).toEqual(['2', '1']);
  });
});
