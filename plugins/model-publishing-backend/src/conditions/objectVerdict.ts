import { KubernetesObject } from '../cluster/defineResource';
import { isApplied } from '../rendering/isApplied';
import { RenderedObject } from '../rendering/RenderedObject';
import { strayFields } from '../rendering/strayFields';
import { Verdict } from './Verdict';

/**
 * The verdict over a rendered object: one that is gone or was changed cannot be good, whatever its status still says.
 *
 * @param wanted - what it should be; undefined: not known
 */
export function objectVerdict(
  { kind }: { kind: string },
  live: KubernetesObject | undefined,
  wanted: RenderedObject | undefined,
  verdictOf: (object: KubernetesObject) => Verdict,
): Verdict {
  if (!live) {
    return {
      status: 'False',
      reason: 'ObjectMissing',
      message: `The ${kind} does not exist`,
    };
  }
  if (!wanted) {
    return verdictOf(live);
  }
  const stray = strayFields(wanted, live);
  if (stray.length > 0) {
    return changed(`Somebody has added ${stray.join(', ')} to the ${kind}`);
  }
  return isApplied(wanted, live)
    ? verdictOf(live)
    : changed(`The ${kind} is not as it was published`);
}

function changed(message: string): Verdict {
  return { status: 'False', reason: 'Changed', message };
}
