import { Icon } from '../icon.tsx';

/** One sentence about the form itself, such as why something is missing. */
export function Notice({ caution = false, children }: { caution?: boolean; children: string }) {
  return (
    <p class={caution ? 'gj-notice gj-notice-caution' : 'gj-notice'} role={caution ? 'alert' : 'note'}>
      <Icon name={caution ? 'warn' : 'info'} />
      <span>{children}</span>
    </p>
  );
}
