import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Page, PageRequest } from '../listings/sortedPage';
import { NewActivity } from './ActivityJournal';

/** With the time of the replica that has noticed it. */
export type TimedActivity = NewActivity & { at: Date };

export interface ActivityPageRequest extends PageRequest {
  /** Of the publication. */
  uid: string;
  action?: string;
}

/** Tells what has happened to publications. */
export interface ActivityReader {
  /**
   * The newest first.
   *
   * @throws InputError when the cursor is none of this list
   */
  page(request: ActivityPageRequest): Promise<Page<Activity>>;
}

/** Keeps what has happened to publications. */
export interface ActivityStore extends ActivityReader {
  append(activities: TimedActivity[]): Promise<void>;
}
