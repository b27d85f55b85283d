import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { activityMessages } from './activityMessages';
import { consoleMessages } from './consoleMessages';
import { dialogMessages } from './dialogMessages';
import { entityMessages } from './entityMessages';
import { gatewayMessages } from './gatewayMessages';
import { keyMessages } from './keyMessages';
import { listMessages } from './listMessages';
import { pageMessages } from './pageMessages';
import { publicationMessages } from './publicationMessages';
import { requestMessages } from './requestMessages';
import { usageMessages } from './usageMessages';
import { wizardMessages } from './wizardMessages';

/** All texts of this plugin; apps translate them by adding resources for this ref. */
export const modelPublishingTranslationRef = createTranslationRef({
  id: 'plugin.model-publishing',
  messages: {
    ...listMessages,
    ...publicationMessages,
    ...dialogMessages,
    ...pageMessages,
    ...gatewayMessages,
    ...requestMessages,
    ...wizardMessages,
    ...keyMessages,
    ...usageMessages,
    ...consoleMessages,
    ...activityMessages,
    ...entityMessages,
  },
});
