import type { SignatureInk } from '@/lib/signature-ink';

/** A field that a finger draws in. The ink keeps the points; the surface only shows them. */
export interface InkSurfaceProps {
  ink: SignatureInk;
  /** A line was begun or ended: whoever asks the ink gets another answer. */
  onChange(): void;
}

/** What is drawn with, CSS px and a colour. */
export const PEN = { width: 3, colour: '#2a2523' } as const;
