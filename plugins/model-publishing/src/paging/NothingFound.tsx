import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

/** In the place of rows: there are some, but not such ones. */
export function NothingFound({ onClear }: { onClear(): void }) {
  const t = useTexts();
  return (
    <Box p={4} textAlign="center">
      <Typography variant="h6" component="p" gutterBottom>
        {t('table.nothingFound')}
      </Typography>
      <Button variant="outlined" onClick={onClear}>
        {t('table.clearFilters')}
      </Button>
    </Box>
  );
}
