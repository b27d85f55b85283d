import {
  Activity,
  AccessDecision,
  AccessRequest,
  AccessRequestList,
  ApiKey,
  FoundModel,
  GatewayList,
  IssuedApiKey,
  KeyValidation,
  ListedTenant,
  ModelList,
  Planned,
  PublicationConfig,
  PublicationList,
  PublicationPatch,
  Published,
  PublishingOptions,
  ReadPublication,
  RevokedKey,
  RevokedKeys,
  RotatedKey,
  Unpublished,
  Updated,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { CreateKeyOrder } from './createKey';
import { AccessOrder, RequestedAccess } from './requestAccess';
import { AccessRequestQuery } from './listAccessRequests';
import { Page, PageRequest } from '../listings/sortedPage';
import { ModelSelector } from './getModel';
import { KeyFilter } from './listKeys';
import { ModelListRequest } from './listModels';
import { PublicationListRequest } from './listPublications';
import { MutationRequest } from './MutationRequest';
import { RevocationOrder } from './revokeKeys';
import { RotationOrder } from './rotateKey';
import { TestConsole } from './createTestConsole';
import { UpdateOptions } from './update';
import { UsageRequest } from './getUsage';

/** Names a publication as callers do; tenant and cluster are needed only when the name is ambiguous for the caller. */
export interface PublicationSelector {
  model: string;
  /** The publishing tenant. */
  tenant?: string;
  cluster?: string;
}

export type { Page, PageRequest } from '../listings/sortedPage';

/** What can be asked of this product; REST routes and actions share it. */
export interface UseCases {
  publish(
    caller: Caller,
    model: string,
    config: PublicationConfig,
    request?: MutationRequest,
  ): Promise<Published>;
  planPublication(
    caller: Caller,
    model: string,
    config: PublicationConfig,
  ): Promise<Planned>;
  update(
    caller: Caller,
    selector: PublicationSelector,
    patch: PublicationPatch,
    options: UpdateOptions,
  ): Promise<Updated>;
  planUpdate(
    caller: Caller,
    selector: PublicationSelector,
    patch: PublicationPatch,
    options: UpdateOptions,
  ): Promise<Planned>;
  getPublication(
    caller: Caller,
    selector: PublicationSelector,
    options: { reveal: boolean },
  ): Promise<ReadPublication>;
  getManifests(
    caller: Caller,
    selector: PublicationSelector,
  ): Promise<object[]>;
  listPublications(
    caller: Caller,
    query: PublicationListRequest,
  ): Promise<PublicationList>;
  unpublish(
    caller: Caller,
    selector: PublicationSelector,
    request?: MutationRequest,
  ): Promise<Unpublished>;
  listKeys(
    caller: Caller,
    selector: PublicationSelector,
    query: PageRequest & KeyFilter,
  ): Promise<Page<ApiKey>>;
  createKey(
    caller: Caller,
    selector: PublicationSelector,
    order: CreateKeyOrder,
  ): Promise<IssuedApiKey>;
  rotateKey(
    caller: Caller,
    selector: PublicationSelector,
    order: RotationOrder,
  ): Promise<RotatedKey>;
  rotateOneKey(
    caller: Caller,
    selector: PublicationSelector,
    keyId: string,
    order: Omit<RotationOrder, 'tenantId'>,
  ): Promise<RotatedKey>;
  revokeKey(
    caller: Caller,
    selector: PublicationSelector,
    keyId: string,
  ): Promise<RevokedKey>;
  revokeKeys(
    caller: Caller,
    selector: PublicationSelector,
    order: RevocationOrder,
  ): Promise<RevokedKeys>;
  requestAccess(
    caller: Caller,
    selector: PublicationSelector,
    order: AccessOrder,
  ): Promise<RequestedAccess>;
  listAccessRequests(
    caller: Caller,
    query: AccessRequestQuery,
  ): Promise<AccessRequestList>;
  decideAccessRequest(
    caller: Caller,
    requestId: string,
    decision: AccessDecision,
  ): Promise<AccessRequest>;
  withdrawAccessRequest(
    caller: Caller,
    requestId: string,
  ): Promise<AccessRequest>;
  /** Whether a key works at this moment; whoever holds it may ask. */
  validateApiKey(apiKey: string): Promise<KeyValidation>;
  listModels(caller: Caller, query: ModelListRequest): Promise<ModelList>;
  getModel(caller: Caller, selector: ModelSelector): Promise<FoundModel>;
  getUsage(
    caller: Caller,
    selector: PublicationSelector,
    request: UsageRequest,
  ): Promise<UsageSeries>;
  sendTestRequest: TestConsole;
  listActivity(
    caller: Caller,
    selector: PublicationSelector,
    query: PageRequest & { action?: string },
  ): Promise<Page<Activity>>;
  listTenants(caller: Caller, query: PageRequest): Promise<Page<ListedTenant>>;
  listGateways(caller: Caller): Promise<GatewayList>;
  getPublishingOptions(
    caller: Caller,
    place: { tenant?: string; cluster?: string },
  ): Promise<PublishingOptions>;
}
