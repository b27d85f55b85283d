import { lazy } from 'react';
import { KnownPublication } from '../api/usePublication';
import { PublicationTab } from './PublicationTab';

const everybody = () => true;
const publishers = ({ access }: KnownPublication) => access === 'publisher';
const users = ({ access }: KnownPublication) => access !== 'viewer';

/** All tabs of a publication's page, in their order. */
export const publicationTabs: PublicationTab[] = [
  {
    id: 'overview',
    Body: lazy(() =>
      import('../overview/OverviewTab').then(m => ({ default: m.OverviewTab })),
    ),
    isFor: everybody,
  },
  {
    id: 'limits',
    Body: lazy(() =>
      import('../limits/LimitsTab').then(m => ({ default: m.LimitsTab })),
    ),
    isFor: users,
  },
  {
    id: 'access',
    Body: lazy(() =>
      import('../access/AccessTab').then(m => ({ default: m.AccessTab })),
    ),
    isFor: everybody,
  },
  {
    id: 'keys',
    Body: lazy(() =>
      import('../keys/KeysTab').then(m => ({ default: m.KeysTab })),
    ),
    isFor: publication =>
      users(publication) && publication.authentication.requireApiKey,
  },
  {
    id: 'usage',
    Body: lazy(() =>
      import('../usage/UsageTab').then(m => ({ default: m.UsageTab })),
    ),
    isFor: users,
  },
  {
    id: 'try-it',
    Body: lazy(() =>
      import('../console/ConsoleTab').then(m => ({ default: m.ConsoleTab })),
    ),
    isFor: users,
  },
  {
    id: 'manifests',
    Body: lazy(() =>
      import('../manifests/ManifestsTab').then(m => ({
        default: m.ManifestsTab,
      })),
    ),
    isFor: publishers,
  },
  {
    id: 'activity',
    Body: lazy(() =>
      import('../activity/ActivityTab').then(m => ({ default: m.ActivityTab })),
    ),
    isFor: publishers,
  },
];
