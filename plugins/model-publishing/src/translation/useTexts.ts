import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelPublishingTranslationRef } from './modelPublishingTranslationRef';

type MessageKey = keyof (typeof modelPublishingTranslationRef)['T'];

/** Texts with several forms go by one key, and by the value `count`. */
export type TextKey = MessageKey extends infer Key
  ? Key extends `${infer Name}_${'one' | 'other'}`
    ? Name
    : Key
  : never;

/**
 * Gives a text by its key, with values for its placeholders. Written out, because the type that Backstage derives makes
 * the compiler go through all texts and placeholders at each of several hundred calls.
 */
export type Texts = (
  key: TextKey,
  values?: Readonly<Record<string, string>> | Readonly<{ count: number }>,
) => string;

/** This plugin's texts in the user's language. */
export function useTexts(): Texts {
  const { t } = useTranslationRef(modelPublishingTranslationRef);
  // Narrower than what it is: the compiler would need a minute to find that out by itself.
  return t as Texts;
}
