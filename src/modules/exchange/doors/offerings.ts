import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, page, paging } from '../../../kernel/shapes.ts';
import { extent, offeringInput, offeringView, passes } from '../shapes/offering.ts';

const one = z.object({ id });
const done = z.object({ id, at: instant });

/** What members give to their hub, and what it passes on. */
export const offeringDoors = {
  listOfferings: endpoint({
    method: 'GET',
    path: '/api/offerings',
    may: 'signed-in',
    says: 'What the acting seat gave, what was given to it as a hub, and what hubs have passed on to it; latest first.',
    query: paging,
    output: page(offeringView),
  }),
  offeringHubs: endpoint({
    method: 'GET',
    path: '/api/offering-hubs',
    may: 'signed-in',
    says: 'The hubs to which the acting seat may give something now, by its agreements.',
    output: z.object({ items: z.array(z.object({ seat: id, name: bilingual })), next: z.null() }),
  }),
  giveOffering: endpoint({
    method: 'POST',
    path: '/api/offerings',
    may: 'signed-in',
    says: 'Gives something to a hub under an agreement, and says how far it may go.',
    body: offeringInput,
    output: offeringView,
    status: 201,
    refusals: ['no-agreement-with-hub', 'mark-forbids', 'note-names-source'],
  }),
  showOffering: endpoint({
    method: 'GET',
    path: '/api/offerings/:id',
    may: 'signed-in',
    says: 'One offering, for its giver, its hub and those it was passed on to; what was taken back says only that.',
    params: one,
    output: offeringView,
  }),
  setExtent: endpoint({
    method: 'POST',
    path: '/api/offerings/:id/extent',
    may: 'signed-in',
    says: 'The giver says anew how far it may go. What was passed on beyond that ends at once.',
    params: one,
    body: extent,
    output: offeringView,
    refusals: ['offering-withdrawn', 'mark-forbids', 'note-names-source'],
  }),
  withdrawOffering: endpoint({
    method: 'POST',
    path: '/api/offerings/:id/withdrawal',
    may: 'signed-in',
    says: 'The giver takes it back: its words are gone for everyone else.',
    params: one,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['offering-withdrawn'],
  }),
  passOffering: endpoint({
    method: 'POST',
    path: '/api/offerings/:id/passing',
    may: 'draft-provisions',
    says: 'The hub passes it on to its members or to the centre, exactly as far as the giver lets it.',
    params: one,
    body: z.strictObject({ to: z.enum(passes) }),
    output: done,
    status: 201,
    refusals: ['not-so-far', 'offering-withdrawn', 'mark-forbids', 'agreement-over', 'passed-already'],
  }),
} as const;
