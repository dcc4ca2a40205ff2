import type { ReactNode } from 'react';

/** The platform's own way to give a phone number: one tap, one code. */
export interface PhoneButtonProps {
  disabled: boolean;
  children: ReactNode;
  /** A code that POST /client/phone takes. */
  onCode(code: string): void;
  /** The client said no, or the platform could not ask. */
  onRefused(): void;
}
