import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../../shared/ui/icon.tsx';

/** Says plainly that something is not there, why, and what can be done. */
export function Nothing({
  icon = 'info',
  title,
  children,
  alert = false,
}: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  /** Something went wrong, as against: there is nothing. */
  alert?: boolean;
}) {
  return (
    <div class="gp-nothing" role={alert ? 'alert' : undefined}>
      <Icon name={icon} size={28} />
      <p class="gp-nothing-title">{title}</p>
      {children}
    </div>
  );
}
