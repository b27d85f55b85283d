/**
 * Service references of Model Publishing for Backstage.
 *
 * @packageDocumentation
 */
export * from './ClusterConnector';
export { clusterConnectorServiceRef } from './clusterConnectorServiceRef';
