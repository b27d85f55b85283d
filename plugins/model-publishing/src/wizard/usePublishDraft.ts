import { useCallback, useState } from 'react';
import { newIdempotencyKey } from '../api/newIdempotencyKey';
import { PublishDraft, readDraft, writeDraft } from './publishDraft';
import {
  initialPublishValues,
  PublishContext,
  restoredValues,
} from './publishValues';
import { WizardPlace } from './useWizardPaths';

/** The draft of one model's publishing, as it was left, or a new one. It is written down from its first change on. */
export function usePublishDraft(place: WizardPlace, context: PublishContext) {
  const [draft, setDraft] = useState<PublishDraft>(() => {
    const left = readDraft(place);
    return left
      ? { ...left, values: restoredValues(left.values, context) }
      : {
          values: initialPublishValues(context),
          reached: 'address',
          idempotencyKey: newIdempotencyKey(),
          isSent: false,
        };
  });
  const { cluster, tenant, model } = place;
  const change = useCallback(
    (changes: Partial<PublishDraft>) =>
      setDraft(current => {
        const changed = { ...current, ...changes };
        writeDraft({ cluster, tenant, model }, changed);
        return changed;
      }),
    [cluster, tenant, model],
  );
  return { draft, change };
}
