import type { ShareButtonProps } from './share-button.types';

/** A browser has no friends to choose from: nothing is offered there. */
export function ShareButton(_: ShareButtonProps) {
  return null;
}
