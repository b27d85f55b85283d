import {
  ActivityActor,
  ActivityDetails,
  ActivityOutcome,
} from '@inference-portal/plugin-model-publishing-common';

/** Something that has just happened to a publication. */
export interface NewActivity {
  /** Of the publication. */
  uid: string;
  /** Id of its audit event. */
  action: string;
  actor: ActivityActor;
  outcome: ActivityOutcome;
  details: ActivityDetails;
}

/** What the portal does by itself, and what it sees happen. */
export const SYSTEM: ActivityActor = { kind: 'system', name: 'system' };

/** Remembers what happens to publications. Neither fails nor waits, so it may be told anywhere. */
export interface ActivityJournal {
  note(activity: NewActivity): void;
}

/** Where nobody keeps it. */
export const noJournal: ActivityJournal = { note: () => {} };
