import { PublicationIndex } from '../listings/PublicationIndex';
import { createKey } from './createKey';
import { createTestConsole } from './createTestConsole';
import { decideAccessRequest } from './decideAccessRequest';
import { getModel } from './getModel';
import { getPublication } from './getPublication';
import { getPublishingOptions } from './getPublishingOptions';
import { getUsage } from './getUsage';
import { listActivity } from './listActivity';
import { listGateways } from './listGateways';
import { listAccessRequests } from './listAccessRequests';
import { listKeys } from './listKeys';
import { listModels } from './listModels';
import { listPublications } from './listPublications';
import { listTenants } from './listTenants';
import { measuredUseCases } from './measuredUseCases';
import { getManifests, planPublication, planUpdate } from './planPublication';
import { publish } from './publish';
import { requestAccess } from './requestAccess';
import { revokeKey, revokeKeys } from './revokeKeys';
import { rotateKey } from './rotateKey';
import { rotateOneKey } from './rotateOneKey';
import { unpublish } from './unpublish';
import { update } from './update';
import { UseCaseDependencies } from './UseCaseDependencies';
import { UseCases } from './UseCases';
import { createKeyValidator } from './validateApiKey';
import { withdrawAccessRequest } from './withdrawAccessRequest';

/** Binds the use cases to what they work with. */
export function createUseCases(deps: UseCaseDependencies): UseCases {
  const bound =
    <Input extends unknown[], Output>(
      useCase: (deps: UseCaseDependencies, ...input: Input) => Output,
    ) =>
    (...input: Input) =>
      useCase(deps, ...input);
  const index = new PublicationIndex(deps.gateways);
  index.onPhase(({ state: { uid }, phase, problem }) =>
    deps.phases?.seen(uid, phase, problem?.reason),
  );
  const useCases: UseCases = {
    publish: bound(publish),
    planPublication: bound(planPublication),
    update: bound(update),
    planUpdate: bound(planUpdate),
    getPublication: bound(getPublication),
    getManifests: bound(getManifests),
    listPublications: (...input) =>
      listPublications({ ...deps, index }, ...input),
    unpublish: bound(unpublish),
    listKeys: bound(listKeys),
    createKey: bound(createKey),
    rotateKey: bound(rotateKey),
    rotateOneKey: bound(rotateOneKey),
    revokeKey: bound(revokeKey),
    revokeKeys: bound(revokeKeys),
    requestAccess: bound(requestAccess),
    listAccessRequests: bound(listAccessRequests),
    decideAccessRequest: bound(decideAccessRequest),
    withdrawAccessRequest: bound(withdrawAccessRequest),
    validateApiKey: createKeyValidator(deps),
    listModels: bound(listModels),
    getModel: bound(getModel),
    getUsage: bound(getUsage),
    sendTestRequest: createTestConsole(deps),
    listActivity: bound(listActivity),
    listTenants: bound(listTenants),
    listGateways: (...input) => listGateways({ ...deps, index }, ...input),
    getPublishingOptions: bound(getPublishingOptions),
  };
  if (!deps.metrics) {
    return useCases;
  }
  deps.metrics.watchPublications(index);
  return measuredUseCases(useCases, deps.metrics);
}
