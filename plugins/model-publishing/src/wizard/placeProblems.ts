import { FieldPath } from 'react-hook-form';
import { isWildcard } from '../addresses/addressValues';
import { RequestProblem } from '../feedback/requestProblems';
import { limitsFieldOf } from '../limits/limitsFieldOf';
import { chosenType, PublishContext, PublishValues } from './publishValues';
import { FormStep } from './WizardStep';

export type PublishField = FieldPath<PublishValues>;

/** What the backend found wrong, sorted by whether the wizard has a field for it. */
export interface PlacedProblems {
  atFields: Array<{ name: PublishField; problem: string }>;
  /** As sentences. */
  others: string[];
}

/** Finds for each problem of a request the field of the wizard that it came from. */
export function placeProblems(
  problems: RequestProblem[],
  values: PublishValues,
  context: PublishContext,
): PlacedProblems {
  const placed: PlacedProblems = { atFields: [], others: [] };
  for (const { field, problem } of problems) {
    const name = fieldOf({ field, problem }, values, context);
    if (name) {
      placed.atFields.push({ name, problem });
    } else {
      placed.others.push(`${field} ${problem}`);
    }
  }
  return placed;
}

/** The step on which a field is. */
export function stepOf(field: PublishField): FormStep {
  return /^(modelType|gateway|address)\b/.test(field) ? 'address' : 'limits';
}

function fieldOf(
  { field, problem }: RequestProblem,
  values: PublishValues,
  context: PublishContext,
): PublishField | undefined {
  const [, ...path] = field.split('.');
  const type = chosenType(values, context);
  switch (path[0]) {
    case 'modelType':
      return 'modelType';
    case 'gateway':
      return context.options.gateways.length > 1 ? 'gateway' : undefined;
    case 'publicHostname':
      return isWildcard(values.address.hostname)
        ? 'address.label'
        : 'address.hostname';
    case 'externalPath':
      return 'address.externalPath';
    case 'visibility':
      return 'visibility';
    case 'authentication':
      return path[1] === 'requireApiKey'
        ? switchOf(type, context)
        : tenantField(tenantIn(problem, path[2], values));
    case 'rateLimiting': {
      const limit = path[path.length - 1];
      const isHidden = limit === 'tokensPerHour' && type !== 'openai';
      return (
        (isHidden ? undefined : limitsFieldOf(field, values)) ??
        (path[1] === 'perTenant'
          ? tenantField(tenantOf(path[2], values))
          : undefined)
      );
    }
    case 'metadata': {
      const index = values.metadata.findIndex(({ name }) => name === path[1]);
      return index >= 0 ? `metadata.${index}.value` : undefined;
    }
    default:
      return undefined;
  }
}

/** Only where the platform allows models without keys, and the hostname does not decide it. */
function switchOf(
  type: ReturnType<typeof chosenType>,
  { options }: PublishContext,
): PublishField | undefined {
  return options.allowAnonymous && type === 'traditional'
    ? 'requireApiKey'
    : undefined;
}

/** Which of the tenants is meant: by its place in the list, or because the problem quotes it. */
function tenantIn(
  problem: string,
  place: string | undefined,
  { tenants }: PublishValues,
): number {
  return place === undefined
    ? tenants.findIndex(({ tenantId }) =>
        problem.includes(`"${tenantId.trim()}"`),
      )
    : Number(place);
}

function tenantOf(id: string | undefined, { tenants }: PublishValues): number {
  return tenants.findIndex(({ tenantId }) => tenantId.trim() === id);
}

function tenantField(index: number): PublishField | undefined {
  return index >= 0 ? `tenants.${index}.tenantId` : undefined;
}
