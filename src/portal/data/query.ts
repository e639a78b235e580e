import { QueryClient, keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallOf, OutputOf } from '../../kernel/endpoint.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { call, isUnreachable, newKey } from '../client.ts';
import type { AnyDoor, Manner } from '../client.ts';
import { realm } from './realm.ts';

/** Everything the portal has read. Answers are shown at once and refreshed behind; the live stream says when. */
export const queries = new QueryClient({
  defaultOptions: {
    // `always`: without network a page says so at once instead of waiting silently.
    queries: { staleTime: 10_000, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The key under which an answer is kept: realm, door, input. */
export const keyOf = (door: AnyDoor, input: unknown): readonly unknown[] => [
  realm(),
  door.method,
  door.path,
  input ?? {},
];

/** Reads a door and keeps it fresh. `every` asks again after so many milliseconds, for what no event tells. */
export const useGet = <E extends AnyDoor>(
  door: E,
  input: CallOf<E> = {} as CallOf<E>,
  { enabled = true, every }: { enabled?: boolean; every?: number } = {},
): UseQueryResult<OutputOf<E>, Refusal> =>
  useQuery<OutputOf<E>, Refusal>({
    queryKey: keyOf(door, input),
    queryFn: ({ signal }) => call(door, { ...input, signal }),
    enabled,
    placeholderData: keepPreviousData,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });

/** A list read page by page. */
export interface Pages<T> {
  readonly query: Pick<UseQueryResult<readonly T[], Refusal>, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly items: readonly T[];
  readonly more: () => void;
  readonly hasMore: boolean;
  readonly waiting: boolean;
}

type Item<E> = OutputOf<E> extends { items: readonly (infer T)[] } ? T : never;

/** Reads a list door, following its cursors as far as asked. */
export const usePages = <E extends AnyDoor>(door: E, input: CallOf<E> = {} as CallOf<E>): Pages<Item<E>> => {
  type Page = { items: Item<E>[]; next: string | null };
  const query = useInfiniteQuery<Page, Refusal, Page[], readonly unknown[], string | null>({
    queryKey: [...keyOf(door, input), 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const asked = (input as { query?: object }).query ?? {};
      const turned = pageParam === null ? asked : { ...asked, cursor: pageParam };
      return call(door, { ...input, query: turned, signal }) as Promise<Page>;
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages,
  });
  const items = query.data?.flatMap((p) => p.items) ?? [];
  return {
    query: {
      data: query.data === undefined ? undefined : items,
      error: query.error,
      isPending: query.isPending,
      refetch: query.refetch as never,
    },
    items,
    more: () => void query.fetchNextPage(),
    hasMore: query.hasNextPage,
    waiting: query.isFetchingNextPage,
  };
};

/** Options of `useSend`. */
export interface Sending<E extends AnyDoor> {
  readonly onDone?: (answer: OutputOf<E>) => void;
  /** Do not refresh what is on the page, e.g. when saving a draft. */
  readonly quiet?: boolean;
}

/**
 * Acts through a door. One action has one idempotency key: while no answer has come, pressing again with the same input
 * sends the same key, so that nothing happens twice. Afterwards everything on the page is asked anew.
 */
export const useSend = <E extends AnyDoor>(
  door: E,
  { onDone, quiet = false }: Sending<E> = {},
): UseMutationResult<OutputOf<E>, Refusal, CallOf<E> & Manner> => {
  const action = useRef<{ said: string; key: string } | null>(null);
  return useMutation<OutputOf<E>, Refusal, CallOf<E> & Manner>({
    mutationFn: (input) => {
      const said = JSON.stringify(input);
      if (action.current?.said !== said) action.current = { said, key: newKey() };
      return call(door, { key: action.current.key, ...input });
    },
    onSettled: (_answer, error) => {
      if (error === null || !isUnreachable(error)) action.current = null;
    },
    onSuccess: (answer) => {
      if (!quiet) void queries.invalidateQueries();
      onDone?.(answer);
    },
  });
};
