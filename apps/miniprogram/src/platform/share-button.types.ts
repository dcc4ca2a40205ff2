import type { ReactNode } from 'react';

/** Sends the page it stands on to a friend, where the platform can. */
export interface ShareButtonProps {
  children: ReactNode;
}
