import { Theme, ThemeProvider } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const NO_HEADINGS = {
  MuiTypography: {
    variantMapping: { h5: 'div', h6: 'div', subtitle1: 'div' } as const,
  },
};

/**
 * Keeps titles that Backstage's panels bring along from becoming headings: their levels are fixed, and skip some of those
 * of the page around them (WCAG 1.3.1).
 */
export function NoHeadings({ children }: PropsWithChildren<{}>) {
  return (
    <ThemeProvider
      theme={(outer: Theme) => ({
        ...outer,
        props: { ...outer.props, ...NO_HEADINGS },
      })}
    >
      {children}
    </ThemeProvider>
  );
}
