/**
 * Service references and extension points of Model Publishing for Backstage.
 *
 * @packageDocumentation
 */
export * from './ClusterConnector';
export { clusterConnectorServiceRef } from './clusterConnectorServiceRef';
export * from './UsageSource';
export * from './usageSourceExtensionPoint';
