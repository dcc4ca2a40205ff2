import { ClientAlertView, LastTreatmentView } from './overview.dto.js';

export class BriefingTagView {
  name: string;
  color: 'brand' | 'leaf' | 'amber' | 'ink';
}

export class BriefingNoteView {
  id: string;
  text: string;
  byName: string;
  at: string;
}

export class BriefingLikesView {
  pressure: 'light' | 'medium' | 'firm' | null;
  talk: 'quiet' | 'either' | 'talkative' | null;
  brands: string;
  scents: string;
  serviceNames: string[];
  staffNames: string[];
}

export class BriefingVisitView {
  start: string;
  storeName: string;
  serviceNames: string[];
  staffNames: string[];
}

/** What whoever serves a client reads before she comes in. Nothing of money. */
export class BriefingView {
  clientId: string;
  name: string;
  /** Of her life with the salon; null before she was weighed, which is a moment after her file was opened. */
  visits: number | null;
  lastVisitOn: string | null;
  rhythmDays: number | null;
  /** The loudest first. */
  alerts: ClientAlertView[];
  tags: BriefingTagView[];
  likes: BriefingLikesView;
  /** The latest to which she came, of those that the asker may see. */
  lastVisit: BriefingVisitView | null;
  /** Null before the first record, and for whoever may not read about health. */
  lastTreatment: LastTreatmentView | null;
  /** The latest that the asker may read, latest first; at most 5. */
  notes: BriefingNoteView[];
}
