import { Theme } from '@material-ui/core/styles';

/**
 * Colours of series, which people who see no red, green or blue tell apart too: those of Okabe and Ito ("Color Universal
 * Design", 2008), darker or lighter until each has a contrast of at least 3:1 (WCAG 1.4.11) with the paper of Backstage's
 * themes. The last is for what is left over.
 */
const COLORS: Record<Theme['palette']['type'], readonly string[]> = {
  light: [
    '#0072b2',
    '#c05600',
    '#00805d',
    '#a8467f',
    '#8a1c00',
    '#7a6a00',
    '#6b6b6b',
  ],
  dark: [
    '#56b4e9',
    '#e69f00',
    '#2fc79a',
    '#e39ac4',
    '#ff8f6b',
    '#f0e442',
    '#c4c4c4',
  ],
};

/** The colours of all series in a theme, by their look. */
export function seriesColors({ palette }: Theme): readonly string[] {
  return COLORS[palette.type];
}
