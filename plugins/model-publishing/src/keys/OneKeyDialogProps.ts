import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';

/** What a dialog about one key is given. */
export interface OneKeyDialogProps {
  publication: KnownPublication;
  apiKey: ApiKey;
  onClose(): void;
}
