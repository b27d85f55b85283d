import { useRouteRef } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import {
  modelsRouteRef,
  publicationRouteRef,
  publishRouteRef,
  publishStepRouteRef,
} from '../routes';
import { WizardStep } from './WizardStep';
import { PublicationTabId } from '../publication/PublicationTab';

/** Addresses that the wizard leads to. */
export function useWizardPaths({ cluster, tenant, model }: WizardPlace) {
  const stepPath = useRouteRef(publishStepRouteRef);
  const publicationPath = useRouteRef(publicationRouteRef);
  const place = { cluster, tenant, model };
  return {
    choose: useRouteRef(publishRouteRef)(),
    models: useRouteRef(modelsRouteRef)(),
    step: (step: WizardStep) => stepPath({ ...place, step }),
    publication: (tab: PublicationTabId) => publicationPath({ ...place, tab }),
  };
}

/** Which model the wizard is about. */
export type WizardPlace = Required<PublicationRef>;
