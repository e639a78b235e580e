import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { call } from '../../../../portal/client.ts';
import { partiesDoors, type invitationOffer } from '../../contract.ts';

/** What an invitation's secret offers. It is asked once by POST, so that the secret stands in no address. */
export const useOffer = (secret: string): UseQueryResult<z.infer<typeof invitationOffer>, Refusal> =>
  useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => call(partiesDoors.showInvitation, { body: { secret } }),
    enabled: secret !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
