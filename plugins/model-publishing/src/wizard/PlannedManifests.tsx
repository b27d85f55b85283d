import { Progress } from '@backstage/core-components';
import { Planned } from '@inference-portal/plugin-model-publishing-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { lazy, Suspense } from 'react';
import { z } from 'zod';
import { useTexts } from '../translation/useTexts';

/** What writes YAML is loaded when somebody wants to read some. */
const ManifestText = lazy(() =>
  import('./ManifestText').then(m => ({ default: m.ManifestText })),
);

const namedSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

const useStyles = makeStyles({
  details: { display: 'block', maxHeight: 400, overflow: 'auto' },
  title: { overflowWrap: 'anywhere' },
});

/** The Kubernetes objects that publishing would write, one below the other, to be unfolded. */
export function PlannedManifests({ manifests }: Pick<Planned, 'manifests'>) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <Box mt={2}>
      <Typography variant="subtitle1" component="h4" gutterBottom>
        {t('wizard.review.manifests', { number: String(manifests.length) })}
      </Typography>
      {manifests.map((manifest, index) => (
        <Accordion
          key={titleOf(manifest, index)}
          variant="outlined"
          TransitionProps={{ unmountOnExit: true }}
        >
          <AccordionSummary expandIcon={<ExpandMore />}>
            <Typography className={classes.title} variant="body2">
              {titleOf(manifest, index)}
            </Typography>
          </AccordionSummary>
          <AccordionDetails
            className={classes.details}
            // The keyboard scrolls what has the focus.
            tabIndex={0}
            role="region"
            aria-label={titleOf(manifest, index)}
          >
            <Suspense fallback={<Progress />}>
              <ManifestText manifest={manifest} />
            </Suspense>
          </AccordionDetails>
        </Accordion>
      ))}
    </Box>
  );
}

function titleOf(manifest: object, index: number): string {
  const { data } = namedSchema.safeParse(manifest);
  return data ? `${data.kind} ${data.metadata.name}` : String(index + 1);
}
