import {
  ModelType,
  publicModelNameOf,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';
import { useWatch } from 'react-hook-form';
import { FormSelect } from '../fields/FormSelect';
import { FormText } from '../fields/FormText';
import { Texts, useTexts } from '../translation/useTexts';
import { AddressPreview } from './AddressPreview';
import { AddressFormValues, isWildcard } from './addressValues';

export interface AddressInputsProps {
  modelType: ModelType;
  hostnames: PublishingHostname[];
}

/** Fields for an address, and what it comes to. */
export function AddressInputs({ modelType, hostnames }: AddressInputsProps) {
  const t = useTexts();
  const address = useWatch<AddressFormValues, 'address'>({ name: 'address' });
  return (
    <>
      <FormSelect<AddressFormValues>
        name="address.hostname"
        label={t('addressForm.hostname')}
        options={hostnames.map(offer => ({
          value: offer.hostname,
          label: labelOf(offer, t),
        }))}
        help={t('addressForm.hostnameHelp')}
      />
      {isWildcard(address.hostname) && (
        <FormText<AddressFormValues>
          name="address.label"
          label={t('addressForm.label')}
          help={t('addressForm.labelHelp')}
          suffix={address.hostname.slice(1)}
          required
        />
      )}
      <FormText<AddressFormValues>
        name="address.externalPath"
        label={t('addressForm.path')}
        help={
          modelType === 'openai'
            ? t('addressForm.openaiPathHelp', {
                model: publicModelNameOf(address.externalPath),
              })
            : t('addressForm.pathHelp')
        }
        required
      />
      <AddressPreview
        modelType={modelType}
        hostnames={hostnames}
        address={address}
      />
    </>
  );
}

function labelOf(offer: PublishingHostname, t: Texts): string {
  if (offer.openaiWithoutKeys) {
    return t('addressForm.withoutKeys', { hostname: offer.hostname });
  }
  return offer.isDefault
    ? t('addressForm.defaultHostname', { hostname: offer.hostname })
    : offer.hostname;
}
