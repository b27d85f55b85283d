import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Page } from '../../listings/sortedPage';
import { ActivityJournal, NewActivity } from '../ActivityJournal';
import { ActivityPageRequest, ActivityReader } from '../ActivityStore';

/** What has happened, in memory. */
export class FakeActivity implements ActivityJournal, ActivityReader {
  readonly noted: NewActivity[] = [];
  /** Instead of an answer. */
  outage: Error | undefined;

  note(activity: NewActivity): void {
    this.noted.push(activity);
  }

  async page({ uid, action }: ActivityPageRequest): Promise<Page<Activity>> {
    if (this.outage) {
      throw this.outage;
    }
    const items = this.noted
      .filter(one => one.uid === uid && (!action || one.action === action))
      .map(({ uid: _, ...activity }, index) => ({
        ...activity,
        id: String(index),
        at: '2026-01-02T12:00:00.000Z',
      }))
      .reverse();
    return { items, totalItems: items.length };
  }
}
