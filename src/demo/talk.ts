import type { Strictness } from '../kernel/marking.ts';

/** One thread in a space: what was said in it, minutes before the present. */
export interface ChannelScript {
  readonly kind: string;
  readonly mark: Strictness;
  readonly title: string;
  readonly aside?: readonly string[];
  readonly says: readonly { by: string; ago: number; text: string; correct?: string }[];
  readonly guests?: readonly { by: string; who: string; ago: number; hours: number; past: boolean }[];
}

/** One inquiry: minutes before the present; `put-on` is asked in turn for who wished for it. */
export interface InquiryScript {
  readonly by: string;
  readonly to: readonly string[];
  readonly ago: number;
  readonly due: number;
  readonly mark: Strictness;
  readonly onward?: boolean;
  readonly subject: string;
  readonly text: string;
  readonly remind?: number;
  readonly says: readonly {
    readonly by: string;
    readonly ago: number;
    readonly kind: 'answer' | 'nothing' | 'question' | 'reply';
    readonly to?: string;
    readonly text: string;
  }[];
  readonly 'put-on'?: Omit<InquiryScript, 'put-on' | 'mark'> & {
    readonly back: { readonly ago: number; readonly text: string };
  };
}

/** One support: days before the present on which each thing was done; what is left out has not been done. */
export interface SupportScript {
  readonly kind: string;
  readonly by: string;
  readonly with: string;
  readonly offer?: boolean;
  readonly begin: number;
  readonly subject: string;
  readonly text: string;
  readonly answer?: { readonly ago: number; readonly note?: string };
  readonly work?: readonly { readonly ago: number; readonly note: string }[];
  readonly outcome?: { readonly ago: number; readonly by: 'helper' | 'helped'; readonly note: string };
  readonly agree?: number;
}

/** One exchange of views: days before the present on which each thing was done; what is left out has not been done. */
export interface ViewScript {
  readonly by: string;
  readonly through?: string;
  readonly asked: string;
  readonly subject: string;
  readonly reason: string;
  readonly ask: number;
  readonly pass?: number;
  readonly accept?: number;
  readonly date?: number;
  readonly meet?: number;
  readonly where?: string;
  readonly minutes?: string;
  readonly agree?: number;
  readonly close?: number;
}
