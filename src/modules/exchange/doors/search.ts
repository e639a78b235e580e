import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { handling } from '../../../kernel/marking.ts';
import { id, instant } from '../../../kernel/shapes.ts';

/** Finding what has reached the reader. */
export const searchDoors = {
  search: endpoint({
    method: 'GET',
    path: '/api/search',
    may: 'signed-in',
    says: 'Reports and provisions that hold the words and have reached the reader.',
    query: z.object({
      q: z.string().min(1).max(200),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          item: id,
          kind: z.enum(['report', 'provision']),
          title: z.string(),
          excerpt: z.string(),
          handling,
          reference: z.string(),
          sentAt: instant,
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
} as const;
