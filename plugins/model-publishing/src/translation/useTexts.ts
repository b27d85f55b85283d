import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { modelPublishingTranslationRef } from './modelPublishingTranslationRef';

/**
 * Gives a text by its key. Named, because the compiler would write out the type in full otherwise, with every
 * combination of keys and values, and take minutes for it.
 */
export type Texts = TranslationFunction<typeof modelPublishingTranslationRef.T>;

/** This plugin's texts in the user's language. */
export function useTexts(): Texts {
  return useTranslationRef(modelPublishingTranslationRef).t;
}
