import { graceMs } from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * The end of a new key: as asked for, within the platform's maximum.
 *
 * @throws RuleViolationError
 */
export function requireExpiry(
  { config, clock }: Pick<UseCaseDependencies, 'config' | 'clock'>,
  wanted: string | undefined,
): string | undefined {
  const now = clock().getTime();
  const { maxExpiry } = config.keys;
  const latest = maxExpiry === undefined ? undefined : now + graceMs(maxExpiry);
  if (wanted === undefined) {
    return latest === undefined ? undefined : new Date(latest).toISOString();
  }
  const end = Date.parse(wanted);
  const problems = [
    ...(end <= now ? ['is in the past'] : []),
    ...(latest !== undefined && end > latest
      ? [`is later than the platform's maximum of ${maxExpiry} from now`]
      : []),
  ];
  if (problems.length > 0) {
    throw new RuleViolationError(
      problems.map(problem => ({ field: 'expiresAt', problem })),
    );
  }
  return new Date(end).toISOString();
}
