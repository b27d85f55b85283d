/**
 * Model Publishing for the old frontend system, and the API ref of both systems. The plugin of the new frontend
 * system is the default export of `./alpha`.
 *
 * @packageDocumentation
 */
export {
  modelPublishingPlugin,
  ModelPublishingPage,
  EntityModelPublicationCard,
  EntityModelUsageCard,
  EntityPublishingContent,
} from './plugin';
export * from './api/ModelPublishingApi';
export * from './card/isModelEntity';
export * from './routes';
