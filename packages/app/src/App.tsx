import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navigationModule } from './navigation/navigationModule';
import { signInModule } from './signIn/signInModule';

/** The portal. Further plugins come from this package's dependencies (`app.packages: all`). */
export const app = createApp({
  features: [catalogPlugin, navigationModule, signInModule],
});
