/**
 * Backend of Model Publishing for Backstage.
 *
 * @packageDocumentation
 */
export { modelPublishingPlugin as default } from './plugin';
export {
  createPublicationConditionalDecision,
  publicationConditions,
} from './permissions/publicationConditions';
