import type { ComponentChildren } from 'preact';

/** Icons that only our own pages need, on the same grid and line as shared/ui/icon.tsx. */
function Drawing({ size = 20, children }: { size?: number; children: ComponentChildren }) {
  return (
    <svg
      class="gj-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A window with a panel at its right edge. */
export const SideIcon = () => (
  <Drawing>
    <rect x="3" y="4.5" width="18" height="15" rx="2.5" />
    <path d="M14.5 4.5v15M17.3 8.5h1M17.3 11.5h1" />
  </Drawing>
);

/** Sliders: settings. */
export const SettingsIcon = () => (
  <Drawing>
    <path d="M4 7h9M18 7h2M4 17h3M12 17h8" />
    <circle cx="15.5" cy="7" r="2.4" />
    <circle cx="9.5" cy="17" r="2.4" />
  </Drawing>
);

/** An arrow that turns back: once more. */
export const AgainIcon = () => (
  <Drawing size={16}>
    <path d="M4.5 5v5h5M5 10a7.5 7.5 0 1 1-.4 5" />
  </Drawing>
);

/** A drawing pin. */
export const PinIcon = () => (
  <Drawing size={16}>
    <path d="M9 4h6l-1 6 3 3.5H7L10 10 9 4ZM12 13.5V20" />
  </Drawing>
);
