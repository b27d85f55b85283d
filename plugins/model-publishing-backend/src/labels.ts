import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  MODEL_LABEL,
  PUBLICATION_LABEL,
  TENANT_LABEL,
} from '@inference-portal/plugin-model-publishing-common';

/** What an object of ours is for. */
export type Component =
  | 'route'
  | 'backend'
  | 'security-policy'
  | 'traffic-policy'
  | 'state'
  | 'credentials'
  | 'claim'
  | 'record'
  | 'guard'
  | 'capability-probe';

/** The parts of a publication that its objects' labels name. */
export interface LabelledPublication {
  id: string;
  tenant: string;
  model: string;
}

const LABEL_VALUE_MAX = 63;

/** Labels of every object that belongs to one publication. */
export function publicationLabels(
  publication: LabelledPublication,
  instanceId: string,
  component: Component,
): Record<string, string> {
  return {
    [MANAGED_BY_LABEL]: MANAGED_BY,
    [INSTANCE_LABEL]: instanceId,
    [PUBLICATION_LABEL]: publication.id,
    [TENANT_LABEL]: publication.tenant,
    [MODEL_LABEL]: publication.model.slice(0, LABEL_VALUE_MAX),
    [COMPONENT_LABEL]: component,
  };
}

/** Selects this installation's objects of one component. */
export function componentSelector(
  instanceId: string,
  component: Component,
): string {
  return [
    `${MANAGED_BY_LABEL}=${MANAGED_BY}`,
    `${INSTANCE_LABEL}=${instanceId}`,
    `${COMPONENT_LABEL}=${component}`,
  ].join(',');
}
