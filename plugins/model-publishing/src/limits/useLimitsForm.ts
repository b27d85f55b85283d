import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';
import { KnownPublication } from '../api/usePublication';
import { requestProblems } from '../feedback/requestProblems';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { limitsFieldOf } from './limitsFieldOf';
import { LimitRules, limitsFormSchema } from './limitsFormSchema';
import { limitsFormValuesOf } from './limitsFormValues';
import { limitsPatchOf } from './limitsPatchOf';
import { LimitsFormValues } from './limitTexts';

const PRECONDITION_FAILED = 412;

type Base = Pick<KnownPublication, 'etag' | 'rateLimiting' | 'authentication'>;

/**
 * The form for the limits of a publication, which are saved only on top of what its user has seen. It follows the
 * publication as long as nothing is changed in it.
 */
export function useLimitsForm(
  publication: KnownPublication,
  rules: LimitRules,
) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  const toast = useToast();
  const [base, setBase] = useState<Base>(publication);
  const [failure, setFailure] = useState<{ error: Error; others: string[] }>();
  const limits = limitsFormSchema(rules, t);
  const form = useForm<LimitsFormValues>({
    defaultValues: limitsFormValuesOf(base),
    mode: 'onChange',
    resolver: zodResolver(
      z.object({
        limits,
        tenants: z.array(z.object({ tenantId: z.string(), limits })),
      }),
      undefined,
      { raw: true },
    ),
  });
  const { isDirty: isChanged, isSubmitting: isSaving } = form.formState;
  const isOutdated = base.etag !== publication.etag;

  const follow = (latest: Base, options?: { keepDirtyValues: boolean }) => {
    setBase(latest);
    form.reset(limitsFormValuesOf(latest), options);
  };
  useEffect(() => {
    if (isOutdated && !isChanged) {
      setBase(publication);
      form.reset(limitsFormValuesOf(publication));
    }
  }, [isOutdated, isChanged, publication, form]);

  const save = form.handleSubmit(async values => {
    const rateLimiting = limitsPatchOf(base.rateLimiting, values);
    if (!rateLimiting) {
      follow(base);
      return;
    }
    setFailure(undefined);
    const { modelName: model, tenantId: tenant, cluster } = publication;
    try {
      const updated = await api.update(
        { model, tenant, cluster },
        { rateLimiting },
        { ifMatch: base.etag },
      );
      follow(updated);
      toast(t('limitsForm.edit.saved', { model }));
    } catch (error) {
      refuse(error instanceof Error ? error : new Error(String(error)), values);
    }
    await queryClient.invalidateQueries({ queryKey: queryKeys.all });
  });

  /** Somebody else's change is no failure: the publication is read again, and the conflict shown. */
  function refuse(error: Error, values: LimitsFormValues) {
    if (ResponseError.is(error) && error.statusCode === PRECONDITION_FAILED) {
      return;
    }
    const others: string[] = [];
    for (const { field, problem } of requestProblems(error)) {
      const name = limitsFieldOf(field, values);
      if (name) {
        form.setError(name, { type: 'server', message: problem });
      } else {
        others.push(`${field} ${problem}`);
      }
    }
    setFailure({ error, others });
  }

  return {
    form,
    isChanged,
    isSaving,
    hasConflict: isOutdated && isChanged,
    error: failure?.error,
    others: failure?.others ?? [],
    save,
    takeOver: () => follow(publication, { keepDirtyValues: true }),
    discard: () => {
      setFailure(undefined);
      follow(publication);
    },
  };
}
