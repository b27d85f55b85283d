import { Model } from '@inference-portal/plugin-model-publishing-common';

/** Whether a model can be published as it is now. */
export function canBePublished({ ready, problem }: Model): boolean {
  return ready && !problem;
}
