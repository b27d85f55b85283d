import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ListedGateway,
  Phase,
  phaseSchema,
} from '@inference-portal/plugin-model-publishing-common';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import Typography from '@material-ui/core/Typography';
import { useFormats } from '../formats/useFormats';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { CardSection } from './CardSection';

/** How much is published on a gateway, by phase; each number leads to the list of these. */
export function PublicationCounts({
  gateway: { name, cluster, publications },
}: {
  gateway: Pick<ListedGateway, 'name' | 'cluster' | 'publications'>;
}) {
  const t = useTexts();
  const formats = useFormats();
  const publishedPath = useRouteRef(publishedRouteRef);
  const pathTo = (phase?: Phase) => {
    const query = new URLSearchParams({ cluster, gateway: name });
    if (phase) {
      query.set('phase', phase);
    }
    return `${publishedPath()}?${query}`;
  };
  const phases = phaseSchema.options.flatMap(phase => {
    const count = publications.byPhase[phase] ?? 0;
    return count > 0 ? [{ phase, number: formats.number(count) }] : [];
  });
  return (
    <CardSection title={t('gateways.publications.title')}>
      {labelIds =>
        publications.total === 0 ? (
          <Typography variant="body2">
            {t('gateways.publications.none')}
          </Typography>
        ) : (
          <List aria-labelledby={labelIds} dense disablePadding>
            <ListItem disableGutters>
              <Link to={pathTo()}>
                {t('gateways.publications.all', {
                  number: formats.number(publications.total),
                })}
              </Link>
            </ListItem>
            {phases.map(({ phase, number }) => (
              <ListItem key={phase} disableGutters>
                <Link to={pathTo(phase)}>
                  {t('gateways.publications.phase', {
                    phase: t(`phase.${phase}`),
                    number,
                  })}
                </Link>
              </ListItem>
            ))}
          </List>
        )
      }
    </CardSection>
  );
}
