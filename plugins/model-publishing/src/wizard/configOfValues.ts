import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import { hostnameOf } from '../addresses/addressValues';
import { limitsOfTexts, LimitTexts } from '../limits/limitTexts';
import { limitsOfType } from '../limits/limitsOfType';
import {
  chosenType,
  PublishContext,
  PublishValues,
  requiresApiKey,
} from './publishValues';

/** The request that a filled-in wizard stands for. Its values must have passed `publishFormSchema`. */
export function configOfValues(
  values: PublishValues,
  context: PublishContext,
): PublicationConfig {
  const { model, options } = context;
  const names: string[] = limitsOfType(chosenType(values, context));
  const limitsOf = (texts: LimitTexts) =>
    Object.fromEntries(
      Object.entries(limitsOfTexts(texts)).filter(([name]) =>
        names.includes(name),
      ),
    );
  const requireApiKey = requiresApiKey(values, context);
  const perTenant = Object.fromEntries(
    values.tenants
      .map(
        ({ tenantId, limits }) => [tenantId.trim(), limitsOf(limits)] as const,
      )
      .filter(([, limits]) => requireApiKey && Object.keys(limits).length > 0),
  );
  const rateLimiting = {
    ...limitsOf(values.limits),
    ...(Object.keys(perTenant).length > 0 && { perTenant }),
  };
  const tenants = values.tenants.map(({ tenantId }) => tenantId.trim());
  return {
    tenantId: model.tenantId,
    cluster: model.cluster,
    ...(values.modelType !== 'detected' && { modelType: values.modelType }),
    ...(options.gateways.length > 1 && { gateway: values.gateway }),
    publicHostname: hostnameOf(values.address),
    externalPath: values.address.externalPath,
    ...(Object.keys(rateLimiting).length > 0 && { rateLimiting }),
    authentication: {
      requireApiKey,
      ...(tenants.length > 0 && { allowedTenants: tenants }),
    },
    ...(values.metadata.length > 0 && {
      metadata: Object.fromEntries(
        values.metadata.map(({ name, value }) => [name, value]),
      ),
    }),
    visibility: values.visibility,
  };
}
