import { ObjectKey, ObjectStore } from '../../kubernetes/ObjectStore';
import { withTransitionTimes } from '../status/withTransitionTimes';
import { aiGroup, aiManager } from './aiKinds';

/** What the controller has to say of one of its objects. */
export type Acceptance =
  | { readonly message: string }
  | { readonly problem: string };

/** The only condition there is: `Accepted` when all is well, `NotAccepted` when not, without a generation (stack-proof 8). */
function conditionOf(acceptance: Acceptance) {
  return 'problem' in acceptance
    ? {
        type: 'NotAccepted',
        status: 'False',
        reason: 'ReconciliationFailed',
        message: acceptance.problem,
      }
    : {
        type: 'Accepted',
        status: 'True',
        reason: 'ReconciliationSucceeded',
        message: acceptance.message,
      };
}

/** Writes the status of one of the AI Gateway's objects. `now` is in Unix milliseconds. */
export function reportAcceptance(
  store: ObjectStore,
  { plural, namespace, name }: Omit<ObjectKey, 'group'>,
  acceptance: Acceptance,
  now: number,
): void {
  const previous = store.get(plural, aiGroup, namespace, name)?.status;
  const status = withTransitionTimes(
    { conditions: [conditionOf(acceptance)] },
    previous,
    new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
  );
  store.writeStatus(
    { plural, group: aiGroup, namespace, name },
    status,
    aiManager,
  );
}
