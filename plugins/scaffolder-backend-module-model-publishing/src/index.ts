/**
 * Software template actions of Model Publishing for Backstage.
 *
 * @packageDocumentation
 */
export { scaffolderModuleModelPublishing as default } from './module';
