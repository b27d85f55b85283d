import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { UsageRange } from './usageRange';

/** What is looked at, and how. */
export interface UsageView {
  publication: Required<PublicationRef>;
  range: UsageRange;
  /** Numbers in the place of pictures. */
  asTable: boolean;
}
