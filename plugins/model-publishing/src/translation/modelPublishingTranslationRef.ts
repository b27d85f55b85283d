import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { publicationMessages } from './publicationMessages';
import { dialogMessages } from './dialogMessages';
import { listMessages } from './listMessages';

/** All texts of this plugin; apps translate them by adding resources for this ref. */
export const modelPublishingTranslationRef = createTranslationRef({
  id: 'plugin.model-publishing',
  messages: { ...listMessages, ...publicationMessages, ...dialogMessages },
});
