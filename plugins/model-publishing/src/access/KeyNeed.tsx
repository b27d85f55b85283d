import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { FormEvent, useState } from 'react';
import { useChangeAccess } from '../api/useChangeAccess';
import { Notice } from '../feedback/Notice';
import { useToast } from '../feedback/useToast';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { ChangeOutcome } from './ChangeOutcome';
import { PublicNotice } from './PublicNotice';

/** Opens a model to everybody, or closes it again; what that means is said before. */
export function KeyNeed({ publication }: PublicationTabProps) {
  const t = useTexts();
  const toast = useToast();
  const change = useChangeAccess(publication);
  const { requireApiKey } = publication.authentication;
  // Absent: as it is. So what others change shows at once.
  const [chosen, setChosen] = useState<boolean>();
  const wanted = chosen ?? requireApiKey;
  const isChange = wanted !== requireApiKey;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { authentication: { requireApiKey: wanted } },
      {
        onSuccess: () => toast(t('access.keys.done')),
        onSettled: () => setChosen(undefined),
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <div>
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={wanted}
              onChange={(_, checked) => setChosen(checked)}
            />
          }
          label={t('access.keys.change')}
          disabled={change.isPending}
        />
      </div>
      {isChange ? (
        <Notice severity="warning">
          {t(wanted ? 'access.keys.closing' : 'access.keys.warning')}
        </Notice>
      ) : (
        !requireApiKey && <PublicNotice />
      )}
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disabled={!isChange || change.isPending}
      >
        {t('access.keys.submit')}
      </Button>
      <ChangeOutcome {...change} />
    </form>
  );
}
