import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelPublishingTranslationRef } from './modelPublishingTranslationRef';

/** This plugin's texts in the user's language. */
export function useTexts() {
  return useTranslationRef(modelPublishingTranslationRef).t;
}

export type Texts = ReturnType<typeof useTexts>;
