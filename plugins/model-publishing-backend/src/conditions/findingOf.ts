import { Finding } from '@inference-portal/plugin-model-publishing-common';
import { adviceFor } from './adviceFor';
import { Verdict } from './Verdict';

/** A verdict as people read it, with what to do about it. */
export function findingOf(verdict: Verdict): Finding {
  const advice = adviceFor(verdict);
  return { ...verdict, ...(advice && { advice }) };
}
