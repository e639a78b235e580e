import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../show/Icon.tsx';
import type { IconName } from '../show/Icon.tsx';

/** What a button is given. With `href` it is a link. `why` refuses: the button stays reachable and says why. */
export interface ButtonProps {
  readonly children: ReactNode;
  readonly tone?: 'go' | 'plain' | 'quiet';
  readonly small?: boolean;
  readonly wide?: boolean;
  /** Working on it: pressed again it does nothing. */
  readonly wait?: boolean;
  readonly href?: string;
  readonly icon?: IconName;
  readonly why?: string | undefined;
  /** A longer name for screen readers; has to begin with the words on the button. */
  readonly label?: string;
  /** Enter on the row opens this. */
  readonly opens?: boolean;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
}

/** The one blue button is `go`; the rest are plain. */
export function Button({
  children,
  tone = 'plain',
  small = false,
  wide = false,
  wait = false,
  href,
  icon,
  why,
  label,
  opens,
  onPress,
  type = 'button',
}: ButtonProps) {
  const reason = useId();
  const className = ['button', tone === 'plain' ? '' : tone, small ? 'small' : '', wide ? 'wide' : '']
    .filter(Boolean)
    .join(' ');
  const content = (
    <>
      {wait ? <span className="busy" /> : icon !== undefined && <Icon name={icon} />}
      {children}
    </>
  );
  const shared = { className, 'aria-label': label, 'data-open': opens === true ? true : undefined };
  if (href !== undefined && why === undefined)
    return (
      <a href={href} {...shared}>
        {content}
      </a>
    );
  const off = why !== undefined || wait;
  return (
    <>
      <button
        {...shared}
        type={off ? 'button' : type}
        aria-disabled={off ? true : undefined}
        aria-busy={wait ? true : undefined}
        aria-describedby={why === undefined ? undefined : reason}
        onClick={off ? undefined : onPress}
      >
        {content}
      </button>
      {why !== undefined && why !== '' && (
        <p className="why-not" id={reason}>
          {why}
        </p>
      )}
    </>
  );
}
