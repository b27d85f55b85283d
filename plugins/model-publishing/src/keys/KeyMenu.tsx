import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVert from '@material-ui/icons/MoreVert';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../translation/useTexts';

/** What can be done to a key from its row. */
export type KeyAction = 'rotate' | 'reveal' | 'revoke';

export interface KeyMenuProps {
  apiKey: ApiKey;
  actions: KeyAction[];
  /** @param button - where the focus belongs afterwards */
  onChoose(action: KeyAction, button: HTMLElement | null): void;
}

/** The menu at the end of a row; there is none where nothing can be done. */
export function KeyMenu({ apiKey: { hint }, actions, onChoose }: KeyMenuProps) {
  const t = useTexts();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (actions.length === 0) {
    return null;
  }
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        aria-label={t('keys.menu', { hint })}
        aria-haspopup="menu"
        aria-controls={isOpen ? id : undefined}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <MoreVert />
      </IconButton>
      <Menu
        id={id}
        anchorEl={button.current}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      >
        {actions.map(action => (
          <MenuItem
            key={action}
            onClick={() => {
              setIsOpen(false);
              onChoose(action, button.current);
            }}
          >
            {t(`keys.actions.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
