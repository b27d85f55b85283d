import { ReactNode } from 'react';

export interface ScrollableTextProps {
  className: string;
  /** What the text is; or else the id of what says so. */
  label?: string;
  labelledBy?: string;
  children: ReactNode;
}

/** Preformatted text that can be longer than its place; what scrolls must be reached by keyboard. */
export function ScrollableText({
  className,
  label,
  labelledBy,
  children,
}: ScrollableTextProps) {
  return (
    <pre
      className={className}
      role="region"
      aria-label={label}
      aria-labelledby={labelledBy}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </pre>
  );
}
