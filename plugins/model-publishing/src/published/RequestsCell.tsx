import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useFormats } from '../formats/useFormats';
import { useTexts } from '../translation/useTexts';

/** How much a publication is used, in a table. A number that is not known is never 0. */
export function RequestsCell({ usage }: { usage: UsageSummary | undefined }) {
  const t = useTexts();
  const { number } = useFormats();
  if (!usage || usage.totalRequests === null) {
    return <>{t('usage.notKnown')}</>;
  }
  const { totalRequests, requestsToday } = usage;
  return (
    <>
      <div>
        {t('published.requests.today', {
          value:
            requestsToday === null
              ? t('usage.notKnown')
              : number(requestsToday),
        })}
      </div>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('published.requests.total', {
          value: number(totalRequests),
        })}
      </Typography>
    </>
  );
}
