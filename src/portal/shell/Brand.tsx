import { t } from '../text.ts';

/** Two hills, a fire on the nearer one and its smoke; and the name. */
export function Brand({ href = '/' }: { href?: string }) {
  return (
    <a className="brand" href={href}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M11 28C16 20.5 20 17 23.5 17S29 21.5 31 28Z" fill="var(--act-pale)" />
        <path d="M1 28C4 21.5 7.5 18.5 10.5 18.5S18 22 22 28Z" fill="var(--seat)" />
        <path
          d="M10.5 13C10.5 9.5 15.5 9.5 15.5 6.25 15.5 4.5 14 4 14 2.5"
          fill="none"
          stroke="var(--seat)"
          strokeWidth="2.75"
          strokeLinecap="round"
        />
        <path
          d="M10.5 12.5C12.75 15 13.5 16.25 13.5 17.75a3 3 0 0 1-6 0c0-1.5.75-2.75 3-5.25Z"
          fill="var(--late)"
          stroke="var(--paper)"
        />
      </svg>
      {t('portal.brand')}
    </a>
  );
}
