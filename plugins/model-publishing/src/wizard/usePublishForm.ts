import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTexts } from '../translation/useTexts';
import { publishFormSchema } from './publishFormSchema';
import { PublishContext, PublishValues } from './publishValues';

/** The form behind all steps of the wizard. It is checked while one types, by rules that follow what was chosen. */
export function usePublishForm(values: PublishValues, context: PublishContext) {
  const t = useTexts();
  return useForm<PublishValues>({
    defaultValues: values,
    mode: 'onChange',
    resolver: (current, ...rest) =>
      zodResolver(publishFormSchema(current, context, t), undefined, {
        raw: true,
      })(current, ...rest),
  });
}
