import {
  Phase,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';

/** Conditions that must be True for a publication to count as published. */
const NEEDED = [
  'ModelReady',
  'RouteAccepted',
  'KeysEnforced',
  'LimitsEnforced',
];

/** Sums the conditions up. What is not known yet is pending, never published. */
export function phaseOf(
  intent: 'serving' | 'moving' | 'deleting',
  conditions: PublicationCondition[],
): Phase {
  if (intent === 'deleting') {
    return 'Unpublishing';
  }
  const statuses = conditions
    .filter(({ type }) => NEEDED.includes(type))
    .map(({ status }) => status);
  const reachable = conditions.find(({ type }) => type === 'Reachable')?.status;
  if (statuses.includes('False') || reachable === 'False') {
    return 'Degraded';
  }
  return statuses.includes('Unknown') || statuses.length < NEEDED.length
    ? 'Pending'
    : 'Published';
}
