import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import { PortalLogo } from './PortalLogo';

function PageLink({ href, icon, title }: NavContentNavItem) {
  return <SidebarItem icon={() => icon} to={href} text={title} />;
}

/** Catalog first, then creating and publishing, then whatever else is installed; settings at the bottom. */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const pages = navItems.withComponent(PageLink);
  const settings = pages.take('page:user-settings');
  return (
    <Sidebar>
      <PortalLogo />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {pages.take('page:catalog')}
        {pages.take('page:scaffolder')}
        {pages.take('page:model-publishing')}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {pages.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
