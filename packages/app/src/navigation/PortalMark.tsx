/** Three models behind one gateway. The same drawing is in public/favicon.svg. */
export function PortalMark({ size = 30 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M22 16H30M22 16 10 6M22 16H10M22 16 10 26" />
      <circle cx="7" cy="6" r="3" />
      <circle cx="7" cy="16" r="3" />
      <circle cx="7" cy="26" r="3" />
      <rect x="19" y="9" width="6" height="14" rx="2" fill="currentColor" />
    </svg>
  );
}
