import { Link } from '@backstage/core-components';
import {
  ListedPublication,
  PublicationAccess,
} from '@inference-portal/plugin-model-publishing-common';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVert from '@material-ui/icons/MoreVert';
import { useId, useState } from 'react';
import { useTexts } from '../translation/useTexts';

/** What can be done to a publication from its row. */
export type PublicationAction = 'rotateKey' | 'unpublish';

/** Consumers have keys of their own; the rest is the publisher's. */
const ACTIONS: Record<PublicationAccess, PublicationAction[]> = {
  publisher: ['rotateKey', 'unpublish'],
  consumer: ['rotateKey'],
  viewer: [],
};

export interface PublicationMenuProps {
  publication: ListedPublication;
  /** Of the page of the publication. */
  path: string;
  onChoose(action: PublicationAction): void;
}

/** The menu at the end of a row. */
export function PublicationMenu({
  publication: { modelName, tenantId, phase, access, requireApiKey },
  path,
  onChoose,
}: PublicationMenuProps) {
  const t = useTexts();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  // A public model has no key to rotate.
  const actions = ACTIONS[access].filter(
    action => requireApiKey || action !== 'rotateKey',
  );
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('published.menu', {
          model: modelName,
          tenant: tenantId,
        })}
        aria-haspopup="menu"
        aria-controls={anchor ? id : undefined}
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu
        id={id}
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={close}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      >
        <MenuItem component={Link} to={path} onClick={close}>
          {t('published.open')}
        </MenuItem>
        {actions.map(action => (
          <MenuItem
            key={action}
            disabled={action === 'rotateKey' && phase === 'Unpublishing'}
            onClick={() => {
              close();
              onChoose(action);
            }}
          >
            {t(`published.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
