import { createContext, useContext } from 'react';

/** What a new booking may already know when it is opened. */
export interface BookingPreset {
  readonly customer?: { id: string; name: string; phoneMasked: string | null };
  readonly staffId?: string;
  readonly date?: string;
  /** Minutes after local midnight. */
  readonly minutes?: number;
}

/** Things that any page may ask of the shell. */
export interface UiCommands {
  readonly openBooking: (preset?: BookingPreset) => void;
  readonly openVisit: (id: string) => void;
  /** What was done at a visit, to be read or written. */
  readonly openRecord: (visitId: string) => void;
}

const CommandsContext = createContext<UiCommands | null>(null);
export const CommandsProvider = CommandsContext.Provider;

/** @throws Error  outside the shell */
export function useCommands(): UiCommands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands is for pages inside the shell');
  return commands;
}
