import {
  Visibility,
  visibilitySchema,
} from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { FormEvent, useState } from 'react';
import { useChangeAccess } from '../api/useChangeAccess';
import { useToast } from '../feedback/useToast';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';
import { ChangeOutcome } from './ChangeOutcome';
import { VisibilityChoice } from './VisibilityChoice';

/** Who finds the publication in the portal. */
export function VisibilitySection({ publication }: PublicationTabProps) {
  const t = useTexts();
  const toast = useToast();
  const change = useChangeAccess(publication);
  // Absent: as it is. So what others change shows at once.
  const [chosen, setChosen] = useState<Visibility>();
  const wanted = chosen ?? publication.visibility;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { visibility: wanted },
      {
        onSuccess: () => toast(t('access.visibility.done')),
        onSettled: () => setChosen(undefined),
      },
    );
  };
  return (
    <Section title={t('access.visibility.title')}>
      <form onSubmit={submit}>
        <VisibilityChoice
          value={wanted}
          options={visibilitySchema.options}
          onChoose={setChosen}
          disabled={change.isPending}
        />
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={wanted === publication.visibility || change.isPending}
        >
          {t('access.visibility.submit')}
        </Button>
      </form>
      <ChangeOutcome {...change} />
    </Section>
  );
}
