import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Texts } from '../translation/useTexts';

/** What happens to publications, in the order in which it is offered as a filter. */
export const ACTIONS = [
  'publication-create',
  'publication-update',
  'publication-delete',
  'publication-phase',
  'publication-repair',
  'key-create',
  'key-rotate',
  'key-revoke',
  'key-reveal',
] as const;

const PARTS = [
  'rateLimiting',
  'authentication',
  'publicHostname',
  'externalPath',
  'visibility',
  'metadata',
] as const;

const PROBLEMS = [
  'ConflictError',
  'FieldConflictError',
  'NotAllowedError',
  'NotFoundError',
  'PreconditionFailedError',
  'RuleViolationError',
  'InputError',
  'ServiceUnavailableError',
] as const;

/** What has happened, in words; a newer backend may know of more. */
export function actionText(t: Texts, action: string): string {
  const known = ACTIONS.find(one => one === action);
  return known ? t(`activity.actions.${known}`) : action;
}

/** What else is known, a sentence for each thing. */
export function detailTexts(t: Texts, { details }: Activity): string[] {
  const { changed, objects, problem, fields } = details;
  return [
    ...keyTexts(t, details),
    ...(changed?.length
      ? [t('activity.details.changed', { parts: partsText(t, changed) })]
      : []),
    ...(objects
      ? [t('activity.details.objects', { objects: objects.join(', ') })]
      : []),
    ...phaseTexts(t, details),
    ...(problem ? [problemText(t, problem)] : []),
    ...(fields?.length
      ? [t('activity.details.fields', { fields: fields.join(', ') })]
      : []),
  ];
}

function keyTexts(
  t: Texts,
  { keyIds = [], keyTenant: tenant }: Activity['details'],
): string[] {
  const [id, ...others] = keyIds;
  if (id === undefined) {
    return [];
  }
  if (others.length > 0) {
    return [
      t('activity.details.keys', {
        number: String(keyIds.length),
        ids: keyIds.join(', '),
      }),
    ];
  }
  return [
    tenant
      ? t('activity.details.keyOf', { id, tenant })
      : t('activity.details.key', { id }),
  ];
}

function phaseTexts(
  t: Texts,
  { phase, reason }: Activity['details'],
): string[] {
  if (!phase) {
    return [];
  }
  const word = t(`phase.${phase}`);
  return [
    reason
      ? t('activity.details.phaseBecause', { phase: word, reason })
      : t('activity.details.phase', { phase: word }),
  ];
}

function partsText(t: Texts, parts: string[]): string {
  return parts
    .map(part => {
      const known = PARTS.find(one => one === part);
      return known ? t(`activity.parts.${known}`) : part;
    })
    .join(', ');
}

function problemText(t: Texts, problem: string): string {
  const known = PROBLEMS.find(one => one === problem);
  return known
    ? t(`activity.problems.${known}`)
    : t('activity.problems.other', { name: problem });
}
