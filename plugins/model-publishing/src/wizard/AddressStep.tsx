import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import { useFormContext, useWatch } from 'react-hook-form';
import { AddressInputs } from '../addresses/AddressInputs';
import { defaultPathOf } from '../addresses/defaultPathOf';
import { FormRadios } from '../fields/FormRadios';
import { FormSelect } from '../fields/FormSelect';
import { useTexts } from '../translation/useTexts';
import {
  chosenType,
  defaultHostname,
  offeredHostnames,
  PublishContext,
  PublishValues,
} from './publishValues';

/** As what a model is published, on which gateway, and under which address. */
export function AddressStep({ context }: { context: PublishContext }) {
  const t = useTexts();
  const { model, options } = context;
  const form = useFormContext<PublishValues>();
  const [modelType, gateway] = useWatch<
    PublishValues,
    ['modelType', 'gateway']
  >({ name: ['modelType', 'gateway'] });
  const type = chosenType({ modelType }, context);
  const hostnames = offeredHostnames({ modelType, gateway }, context);

  /** What was only a default, and what is not on offer any more, follows the choice of type and gateway. */
  const follow = () => {
    const values = form.getValues();
    const now = chosenType(values, context);
    const { hostname, externalPath } = values.address;
    if (externalPath === defaultPathOf(model.name, otherThan(now))) {
      form.setValue('address.externalPath', defaultPathOf(model.name, now));
    }
    const offers = offeredHostnames(values, context);
    if (!offers.some(offer => offer.hostname === hostname)) {
      form.setValue('address.hostname', defaultHostname(values, context));
    }
    void form.trigger(['modelType', 'gateway', 'address']);
  };

  return (
    <>
      <FormRadios<PublishValues>
        name="modelType"
        label={t('wizard.address.type')}
        onChosen={follow}
        options={[
          {
            value: 'detected',
            label: t('wizard.address.detected', {
              type: t(`modelType.${model.modelType}`),
            }),
            explanation: t('wizard.address.detectedBecause', {
              rule: model.modelTypeRule,
            }),
          },
          ...[otherThan(model.modelType), model.modelType].map(value => ({
            value,
            label: t(`modelType.${value}`),
            explanation: t(`wizard.address.${value}`),
          })),
        ]}
      />
      {options.gateways.length > 1 && (
        <FormSelect<PublishValues>
          name="gateway"
          label={t('wizard.address.gateway')}
          help={t('wizard.address.gatewayHelp')}
          onChosen={follow}
          options={options.gateways.map(({ name, isDefault }) => ({
            value: name,
            label: isDefault
              ? t('wizard.address.defaultGateway', { gateway: name })
              : name,
          }))}
        />
      )}
      <Box mt={1}>
        <AddressInputs modelType={type} hostnames={hostnames} />
      </Box>
    </>
  );
}

function otherThan(type: ModelType): ModelType {
  return type === 'openai' ? 'traditional' : 'openai';
}
