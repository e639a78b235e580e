import type { FormEvent } from 'react';
import { useGo } from '../act/go.ts';
import { Icon } from '../show/Icon.tsx';
import { t } from '../text.ts';

/** The way to everything one may see; `/` brings the focus here. */
export function SearchBox({ id = 'search' }: { id?: string }) {
  const go = useGo();
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('q');
    const asked = typeof said === 'string' ? said.trim() : '';
    if (asked !== '') go(`/search?q=${encodeURIComponent(asked)}`);
  };
  return (
    <form className="find" role="search" onSubmit={search}>
      <Icon name="search" />
      <label className="unseen-by-eye" htmlFor={id}>
        {t('portal.search')}
      </label>
      <input id={id} name="q" type="search" placeholder={t('portal.search.hint')} autoComplete="off" maxLength={200} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
