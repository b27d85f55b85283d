import { ResponseError } from '@backstage/errors';
import { zodResolver } from '@hookform/resolvers/zod';
import {
  PublicationPatch,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';
import { useEffect } from 'react';
import { FieldPath, FormProvider, useForm } from 'react-hook-form';
import { z } from 'zod';
import { KnownPublication } from '../api/usePublication';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { requestProblems } from '../feedback/requestProblems';
import { useTexts } from '../translation/useTexts';
import { AddressInputs } from './AddressInputs';
import {
  addressFormSchema,
  AddressFormValues,
  hostnameOf,
  isWildcard,
  valuesOfAddress,
} from './addressValues';

const PRECONDITION_FAILED = 412;

export interface ChangeAddressFormProps {
  id: string;
  publication: KnownPublication;
  hostnames: PublishingHostname[];
  error: Error | null;
  onSubmit(patch: PublicationPatch): void;
}

/** The fields of a move, and what the backend finds wrong with them. */
export function ChangeAddressForm({
  id,
  publication,
  hostnames,
  error,
  onSubmit,
}: ChangeAddressFormProps) {
  const t = useTexts();
  const { modelType } = publication;
  const form = useForm<AddressFormValues>({
    defaultValues: { address: valuesOfAddress(publication, hostnames) },
    mode: 'onChange',
    resolver: zodResolver(
      z.object({ address: addressFormSchema({ modelType, hostnames }, t) }),
      undefined,
      { raw: true },
    ),
  });
  const { setError, getValues } = form;
  useEffect(() => {
    for (const { field, problem } of requestProblems(error)) {
      const name = fieldOf(field, getValues());
      if (name) {
        setError(name, { type: 'server', message: problem });
      }
    }
  }, [error, setError, getValues]);
  const submit = form.handleSubmit(({ address }) => {
    const publicHostname = hostnameOf(address);
    const { externalPath } = address;
    const patch = {
      ...(publicHostname !== publication.publicHostname && { publicHostname }),
      ...(externalPath !== publication.externalPath && { externalPath }),
    };
    if (Object.keys(patch).length > 0) {
      onSubmit(patch);
    } else {
      setError('address.externalPath', {
        message: t('addressForm.change.same'),
      });
    }
  });
  return (
    <FormProvider {...form}>
      <form id={id} noValidate onSubmit={submit}>
        <AddressInputs modelType={modelType} hostnames={hostnames} />
      </form>
      {error && (
        <Notice severity="error" title={t('addressForm.change.failed')}>
          {ResponseError.is(error) && error.statusCode === PRECONDITION_FAILED
            ? t('addressForm.change.changedMeanwhile')
            : messageOf(error)}
        </Notice>
      )}
    </FormProvider>
  );
}

function fieldOf(
  field: string,
  { address }: AddressFormValues,
): FieldPath<AddressFormValues> | undefined {
  switch (field) {
    case 'config.externalPath':
      return 'address.externalPath';
    case 'config.publicHostname':
      return isWildcard(address.hostname)
        ? 'address.label'
        : 'address.hostname';
    default:
      return undefined;
  }
}
