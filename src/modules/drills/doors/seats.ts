import { z } from 'zod';
import { id } from '../../../kernel/shapes.ts';

/** A seat as the reader may name it; without a name where the reader does not know the body. */
export const seatView = { seat: id, body: z.string().nullable(), capacity: z.string() } as const;
