import { t } from '../text.ts';

/** The beacon on its hill, and the name. */
export function Brand({ href = '/' }: { href?: string }) {
  return (
    <a className="brand" href={href}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M1 29l8-13 5 8 4-6 13 11z" fill="var(--seat)" />
        <path
          d="M9.5 12c-3-3 2.5-4 0-8M18.5 14c-3-3 2.5-4 0-8"
          fill="none"
          stroke="var(--seat)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
        <circle cx="9.3" cy="14.5" r="2" fill="var(--late)" />
      </svg>
      {t('portal.brand')}
    </a>
  );
}
