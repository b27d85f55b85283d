import Button from '@material-ui/core/Button';
import { lazy, Suspense, useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { useTexts } from '../translation/useTexts';

/** The dialog brings what forms need, which is loaded when somebody opens it. */
const ChangeAddressDialog = lazy(() =>
  import('./ChangeAddressDialog').then(m => ({
    default: m.ChangeAddressDialog,
  })),
);

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
        <Suspense fallback={null}>
          <ChangeAddressDialog
            publication={publication}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
