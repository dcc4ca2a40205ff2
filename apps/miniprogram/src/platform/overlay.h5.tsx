import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Above the page and above the preview's own bars, which live outside of it. */
export function Overlay({ children }: { children: ReactNode }) {
  return createPortal(children, document.body);
}
