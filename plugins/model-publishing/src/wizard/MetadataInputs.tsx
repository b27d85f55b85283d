import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FormText } from '../fields/FormText';
import { useTexts } from '../translation/useTexts';
import { PublishValues } from './publishValues';

/** Names and values that the publication carries along; folded away, because few need them. */
export function MetadataInputs() {
  const t = useTexts();
  const { fields, append, remove } = useFieldArray<PublishValues, 'metadata'>({
    name: 'metadata',
  });
  const [isUsed] = useState(fields.length > 0);
  return (
    <Box mt={2}>
      <Accordion variant="outlined" defaultExpanded={isUsed}>
        <AccordionSummary expandIcon={<ExpandMore />}>
          <Typography>{t('wizard.limits.advanced')}</Typography>
        </AccordionSummary>
        <AccordionDetails>
          <Box width="100%">
            <Typography variant="body2" color="textSecondary">
              {t('wizard.limits.metadataHelp')}
            </Typography>
            {fields.map(({ id }, index) => (
              <Grid container spacing={2} key={id} alignItems="center">
                <Grid item xs={12} sm={4}>
                  <FormText<PublishValues>
                    name={`metadata.${index}.name`}
                    label={t('wizard.limits.metadataName')}
                    required
                  />
                </Grid>
                <Grid item xs={12} sm={5}>
                  <FormText<PublishValues>
                    name={`metadata.${index}.value`}
                    label={t('wizard.limits.metadataValue')}
                  />
                </Grid>
                <Grid item xs={12} sm={3}>
                  <Button size="small" onClick={() => remove(index)}>
                    {t('wizard.limits.removeMetadata', {
                      number: String(index + 1),
                    })}
                  </Button>
                </Grid>
              </Grid>
            ))}
            <Box mt={1}>
              <Button
                variant="outlined"
                size="small"
                onClick={() => append({ name: '', value: '' })}
              >
                {t('wizard.limits.addMetadata')}
              </Button>
            </Box>
          </Box>
        </AccordionDetails>
      </Accordion>
    </Box>
  );
}
