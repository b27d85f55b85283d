import { ParityNames } from './ParityCase';

const reconciled = 'True ReconciliationSucceeded';
/** Of an AIGatewayRoute. */
export const routeAccepted = {
  Accepted: `${reconciled} AI Gateway Route reconciled successfully`,
};
/** Of an AIServiceBackend. */
export const backendAccepted = {
  Accepted: `${reconciled} AIServiceBackend reconciled successfully`,
};
/** Of an HTTPRoute. */
export const attached = {
  Accepted: 'True Accepted',
  ResolvedRefs: 'True ResolvedRefs',
};

/** Of an AIGatewayRoute without its AIServiceBackend. */
export const noBackend = ({ prefix, namespace }: ParityNames) => {
  const backendName = `${prefix}.${namespace}`;
  return {
    NotAccepted: `False ReconciliationFailed failed to construct a new HTTPRoute: failed to get AIServiceBackend ${backendName}: AIServiceBackend ${backendName} not found`,
  };
};
