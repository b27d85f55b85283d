import {
  ModelType,
  publicModelNameOf,
} from '@inference-portal/plugin-model-publishing-common';
import { useTexts } from '../translation/useTexts';
import { PublishField, PublishFieldProps } from './PublishField';

export interface PathFieldProps
  extends Omit<PublishFieldProps, 'label' | 'help' | 'required'> {
  modelType: ModelType;
}

/** The path; for OpenAI-compatible models with the name that clients will have to give. */
export function PathField({ modelType, ...field }: PathFieldProps) {
  const t = useTexts();
  return (
    <PublishField
      {...field}
      label={t('publish.path')}
      help={
        modelType === 'openai'
          ? t('publish.openaiPathHelp', {
              model: publicModelNameOf(field.value),
            })
          : t('publish.pathHelp')
      }
      required
    />
  );
}
