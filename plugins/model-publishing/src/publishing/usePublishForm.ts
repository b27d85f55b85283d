import { useState } from 'react';
import { useTexts } from '../translation/useTexts';
import {
  FieldProblems,
  FormField,
  FormValues,
  initialValues,
  PublishableModel,
} from './formValues';
import { problemsOfForm } from './problemsOfForm';

export interface PublishFormState {
  values: FormValues;
  problems: FieldProblems;
  /** Whether the form itself finds nothing wrong; what the backend said may have changed since. */
  canSubmit: boolean;
  edit(field: FormField, value: string): void;
}

/**
 * The form's values and what is wrong with them. What the backend said about a field stands until that field is
 * edited.
 *
 * @param answered - the problems of the last answer; a new answer is a new object
 */
export function usePublishForm(
  model: PublishableModel,
  answered: FieldProblems,
): PublishFormState {
  const t = useTexts();
  const [values, setValues] = useState(() => initialValues(model));
  const [edits, setEdits] = useState<{
    since: FieldProblems;
    fields: FormField[];
  }>({ since: answered, fields: [] });
  const edited = edits.since === answered ? edits.fields : [];

  const standing = Object.fromEntries(
    Object.entries(answered).filter(
      ([field]) => !edited.some(name => name === field),
    ),
  );
  const own = problemsOfForm(values, model.modelType, t('publish.wholeNumber'));
  return {
    values,
    problems: { ...standing, ...own },
    canSubmit: Object.keys(own).length === 0,
    edit(field, value) {
      setValues({ ...values, [field]: value });
      setEdits({ since: answered, fields: [...edited, field] });
    },
  };
}
