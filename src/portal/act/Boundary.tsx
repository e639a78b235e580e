import { Component } from 'react';
import type { ReactNode } from 'react';
import { t } from '../text.ts';
import { Button } from './Button.tsx';
import { RefusalNote } from './Refusal.tsx';

/** Keeps a broken part from taking the page with it; says so and offers to load anew. Drafts lie safe in the browser. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="stack">
        <RefusalNote error={this.state.error} />
        <Button onPress={() => location.reload()}>{t('portal.reload')}</Button>
      </div>
    );
  }
}
