import { InfoCard } from '@backstage/core-components';
import { PropsWithChildren } from 'react';

/** So that screen readers find the cards of a page by its headings. */
const TITLE = { component: 'h2', variant: 'h5' };

export interface EntityCardProps {
  title: string;
  /** At the bottom of the card. */
  link?: { path: string; text: string };
}

/** The frame of everything that this plugin shows on the page of an entity. */
export function EntityCard({
  title,
  link,
  children,
}: PropsWithChildren<EntityCardProps>) {
  return (
    <InfoCard
      title={title}
      titleTypographyProps={TITLE}
      variant="gridItem"
      deepLink={link && { link: link.path, title: link.text }}
    >
      {children}
    </InfoCard>
  );
}
