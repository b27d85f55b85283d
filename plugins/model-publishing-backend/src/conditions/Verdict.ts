import { Condition } from '../cluster/resources/Condition';

/** One finding: Unknown means that nobody has said so yet, which is never good. */
export interface Verdict {
  status: 'True' | 'False' | 'Unknown';
  /** A word for programs; advice hangs on it. */
  reason: string;
  message: string;
}

/** The verdict that decides among several: the first bad one, else the first unknown one, else the first. */
export function worstOf(
  verdicts: [Verdict, ...Verdict[]] | [...Verdict[], Verdict],
): Verdict {
  const [first] = verdicts;
  return (
    verdicts.find(({ status }) => status === 'False') ??
    verdicts.find(({ status }) => status === 'Unknown') ??
    first
  );
}

/**
 * The verdict over one condition in an object's status. A condition that is absent, or older than the object, says
 * nothing (stack-proof 8).
 */
export function conditionVerdict(
  object: { kind: string; metadata: { generation?: number } },
  conditions: Condition[] = [],
  type: string,
): Verdict {
  const { kind, metadata } = object;
  const condition = conditions.find(candidate => candidate.type === type);
  if (!condition || condition.status === 'Unknown') {
    return unknown(
      'NoStatus',
      `The gateway has not said ${type} of the ${kind} yet`,
    );
  }
  if ((condition.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return unknown(
      'Outdated',
      `The ${kind} was changed, and the gateway has not looked at it again yet`,
    );
  }
  const { status, reason = type, message = '' } = condition;
  return status === 'True'
    ? { status, reason: type, message: `${kind}: ${message || reason}` }
    : { status: 'False', reason, message: `${kind}: ${message || reason}` };
}

export function good(reason: string, message: string): Verdict {
  return { status: 'True', reason, message };
}

export function bad(reason: string, message: string): Verdict {
  return { status: 'False', reason, message };
}

export function unknown(reason: string, message: string): Verdict {
  return { status: 'Unknown', reason, message };
}
