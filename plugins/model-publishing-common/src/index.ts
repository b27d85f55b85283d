/**
 * Types, schemas, permissions and client of Model Publishing for Backstage.
 *
 * @packageDocumentation
 */
export * from './console/testEndpoint';
export * from './console/testEvent';
export * from './activity/activity';
export * from './access/accessRequest';
export * from './names/annotations';
export * from './names/modelRef';
export * from './gateways/gatewayCondition';
export * from './gateways/gatewayHostname';
export * from './gateways/listedGateway';
export * from './keys/apiKey';
export * from './keys/apiKeyFormat';
export * from './keys/grace';
export * from './limits/rateLimiting';
export * from './live/liveChannel';
export * from './models/model';
export * from './publications/externalPath';
export * from './publications/freshness';
export * from './publications/hostname';
export * from './publications/listedPublication';
export * from './publications/publication';
export * from './publications/publicationConfig';
export * from './publications/publicationPatch';
export * from './operations/activityOperation';
export * from './operations/accessRequestOperations';
export * from './operations/defineOperation';
export * from './operations/gatewayOperations';
export * from './operations/keyOperations';
export * from './operations/keyValidationOperation';
export * from './operations/listPublicationsOperation';
export * from './operations/modelOperations';
export * from './operations/publicationOperations';
export * from './operations/publishingOptionsOperation';
export * from './operations/tenantOperations';
export * from './operations/testRequestOperation';
export * from './operations/usageOperation';
export * from './permissions';
export * from './publishing/publishingOptions';
export * from './snippets/curlSnippet';
export * from './snippets/exampleBody';
export * from './snippets/isRefusedByFetch';
export { keyVariableOf } from './snippets/snippetCall';
export type { KeyVariable } from './snippets/snippetCall';
export * from './snippets/snippetOf';
export * from './snippets/SnippetRequest';
export * from './tenants/listedTenant';
export * from './usage/usageSeries';
export * from './usage/usageSummary';
export * from './client/ModelPublishingClient';
