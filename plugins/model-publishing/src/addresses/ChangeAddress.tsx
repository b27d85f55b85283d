import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { useTexts } from '../translation/useTexts';
import { ChangeAddressDialog } from './ChangeAddressDialog';

/** The button with which a publisher moves a publication to another address. */
export function ChangeAddress({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setIsOpen(true)}>
        {t('addressForm.change.open')}
      </Button>
      {isOpen && (
        <ChangeAddressDialog
          publication={publication}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
