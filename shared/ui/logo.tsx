/**
 * The mark of Giljabi: a winding road (길) from a marked start to where its arrow points. Its colours come from the
 * tokens; `logo.svg` is the same drawing as a file, for icons and
 * favicons. It always stands beside the name, so it says nothing itself.
 */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg class="gj-logo" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--gj-brand)" />
      <g transform="translate(2.1 2.7) scale(.9)">
        <path
          d="M8 24.5h8.5a4.25 4.25 0 0 0 0-8.5h-2a4.25 4.25 0 0 1 0-8.5H22M19.3 3.7 24.1 7.5 19.3 11.3"
          stroke="var(--gj-on-brand)"
          stroke-width="3.2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
        <circle cx="8" cy="24.5" r="2.9" fill="#ff8a4c" />
      </g>
    </svg>
  );
}
