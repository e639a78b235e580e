import type { Trust } from '../../../../platform/work/smime.ts';

let kept: Trust = { authorities: [], selfSigned: false };

/** Sets whose word is taken for certificates, once at the start. Until then nobody's is. */
export const installTrust = (trust: Trust): void => {
  kept = trust;
};

/** Whose word is taken for certificates. */
export const theTrust = (): Trust => kept;
