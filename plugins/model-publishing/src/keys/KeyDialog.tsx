import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';
import { CreateKeyDialog } from './CreateKeyDialog';
import { KeyAction } from './KeyMenu';
import { RevealKeyDialog } from './RevealKeyDialog';
import { RevokeKeyDialog } from './RevokeKeyDialog';
import { RevokeKeysDialog } from './RevokeKeysDialog';
import { RotateOneKeyDialog } from './RotateOneKeyDialog';
import { Selection } from './useSelection';

const OF_ONE_KEY = {
  rotate: RotateOneKeyDialog,
  reveal: RevealKeyDialog,
  revoke: RevokeKeyDialog,
};

/** Which dialog is open, and about what. */
export type OpenedKeyDialog =
  | { action: KeyAction; apiKey: ApiKey }
  | { action: 'create' }
  | { action: 'revokeMany' };

export interface KeyDialogProps {
  opened: OpenedKeyDialog;
  publication: KnownPublication;
  /** The user's tenants that may have keys. */
  tenants: string[];
  selection: Selection;
  /** The same function from one rendering to the next. */
  onClose(): void;
}

/** The dialog that a button of the table has opened. */
export function KeyDialog({
  opened,
  publication,
  tenants,
  selection,
  onClose,
}: KeyDialogProps) {
  switch (opened.action) {
    case 'create':
      return (
        <CreateKeyDialog
          publication={publication}
          tenants={tenants}
          onClose={onClose}
        />
      );
    case 'revokeMany':
      return (
        <RevokeKeysDialog
          publication={publication}
          selected={[...selection.ids]}
          onRevoked={selection.clear}
          onClose={onClose}
        />
      );
    default: {
      const Dialog = OF_ONE_KEY[opened.action];
      return (
        <Dialog
          publication={publication}
          apiKey={opened.apiKey}
          onClose={onClose}
        />
      );
    }
  }
}
