import Grid from '@material-ui/core/Grid';
import { useDeferredValue } from 'react';
import { KnownPublication } from '../api/usePublication';
import { Notice } from '../feedback/Notice';
import { PublicationTabProps } from '../publication/PublicationTab';
import { Texts, useTexts } from '../translation/useTexts';
import { AnswerPane } from './AnswerPane';
import { HistoryPane } from './HistoryPane';
import { RequestPane } from './RequestPane';
import { TestAnswer, TestRequest } from './TestAnswer';
import { useHistory } from './useHistory';
import { useRequestForm } from './useRequestForm';
import { useTestRequest } from './useTestRequest';

/** The test console of a publication: asks the model through its gateway, and shows what comes back. */
export function ConsoleTab({ publication }: PublicationTabProps) {
  // What stands in the form of one model, or runs there, has nothing to do with another.
  return <Console key={publication.id} publication={publication} />;
}

function Console({ publication }: PublicationTabProps) {
  const t = useTexts();
  const { modelName, tenantId, cluster, id } = publication;
  const form = useRequestForm(publication);
  const { exchanges, add } = useHistory(id);
  const test = useTestRequest(
    { model: modelName, tenant: tenantId, cluster },
    add,
  );
  // A stream may bring more parts than can be drawn.
  const shown = useDeferredValue(test.answer);
  const isRunning = test.answer?.outcome.state === 'running';
  const send = (request: TestRequest | undefined) => {
    if (request) {
      void test.send(request);
    }
  };
  const show = (answer: TestAnswer) => {
    form.fill(answer.request);
    test.show(answer);
  };
  return (
    <>
      <Notice severity="info">
        {countsText(t, publication, form.keyTenant)}
      </Notice>
      <Grid container spacing={2}>
        <Grid item xs={12} md={6}>
          <RequestPane
            publication={publication}
            form={form}
            isRunning={isRunning}
            onSend={() => send(form.request)}
            onStop={test.stop}
          />
        </Grid>
        <Grid item xs={12} md={6}>
          <AnswerPane answer={shown} />
        </Grid>
        <Grid item xs={12}>
          <HistoryPane
            exchanges={exchanges}
            isRunning={isRunning}
            onShow={show}
            onResend={({ request }) => {
              form.fill(request);
              send(request);
            }}
          />
        </Grid>
      </Grid>
    </>
  );
}

/** Whose limits are used up. */
function countsText(
  t: Texts,
  { access, tenantId, authentication }: KnownPublication,
  chosen: string | undefined,
): string {
  if (!authentication.requireApiKey) {
    return t('console.countsForAll');
  }
  const own = authentication.allowedTenants;
  const tenant = access === 'publisher' ? tenantId : chosen ?? own[0];
  return tenant === undefined
    ? t('console.countsForChosen')
    : t('console.countsFor', { tenant });
}
