import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { t } from '../../../../portal/text.ts';

/** Where the words can be changed; on a phone it is the only search box on the page. */
export function SearchForm({ q }: { q: string }) {
  const go = useGo();
  const [words, setWords] = useState(q);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() !== '') go(`/search?${new URLSearchParams({ q: words.trim() })}`);
  };
  return (
    <search>
      <form className="search-form" onSubmit={search}>
        <input
          className="input"
          type="search"
          aria-label={t('exchange.search.words')}
          value={words}
          maxLength={200}
          autoComplete="off"
          onChange={(e) => setWords(e.target.value)}
        />
        <Button type="submit" icon="search">
          {t('exchange.search.do')}
        </Button>
      </form>
    </search>
  );
}
