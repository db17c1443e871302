import type { SvgIconComponent } from '@mui/icons-material';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import InboxIcon from '@mui/icons-material/MarkEmailUnreadOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import CasesIcon from '@mui/icons-material/ViewListOutlined';
import type { Permission } from '../../api/core/permissions.ts';

/** A place in the console, shown to whoever has one of the permissions. */
export interface Place {
  key: string;
  to: string;
  label: string;
  icon: SvgIconComponent;
  /** One of them is enough; none: everybody. */
  needs: readonly Permission[];
  /** The queue whose depth stands beside it. */
  queue?: string;
  section: 'main' | 'desks' | 'more';
}

/** Every place there is. Rights shape the menu: nobody sees what they may not do. */
export const PLACES: readonly Place[] = [
  { key: 'home', to: '/', label: 'nav.home', icon: HomeIcon, needs: [], section: 'main' },
  {
    key: 'first-messages',
    to: '/first-messages',
    label: 'nav.firstMessages',
    icon: InboxIcon,
    needs: ['first-messages.view'],
    queue: 'first-messages',
    section: 'desks',
  },
  {
    key: 'cases',
    to: '/cases',
    label: 'nav.allCases',
    icon: CasesIcon,
    needs: ['first-messages.view'],
    section: 'desks',
  },
  {
    key: 'settings',
    to: '/settings',
    label: 'nav.settings',
    icon: SettingsIcon,
    needs: ['settings.view'],
    section: 'more',
  },
  { key: 'audit', to: '/audit', label: 'nav.audit', icon: AuditIcon, needs: ['audit.view'], section: 'more' },
];

export function placesFor(permissions: readonly string[]): Place[] {
  return PLACES.filter(
    (place) => place.needs.length === 0 || place.needs.some((need) => permissions.includes(need)),
  );
}
