import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { seriesColors } from './seriesColors';

describe('the colours of series', () => {
  it.each(['light', 'dark'] as const)(
    'can be seen on the paper of a %s theme',
    type => {
      const theme = createTheme({ palette: { type } });
      const { paper } = theme.palette.background;
      expect(
        seriesColors(theme).filter(color => getContrastRatio(color, paper) < 3),
      ).toEqual([]);
    },
  );
});
