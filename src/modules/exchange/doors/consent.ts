import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant } from '../../../kernel/shapes.ts';
import { consentInput, consentLine, onwardInput } from '../shapes/consent.ts';

const one = z.object({ id });

/** The ledger: who may learn more of a report than its own way tells them. */
export const consentDoors = {
  showConsents: endpoint({
    method: 'GET',
    path: '/api/reports/:id/consents',
    may: 'signed-in',
    says: 'For each class of onward recipients what was asked, answered and passed on: for the source, its ministry and the centre.',
    params: one,
    output: z.object({ report: id, classes: z.array(consentLine) }),
  }),
  enterConsent: endpoint({
    method: 'POST',
    path: '/api/reports/:id/consents',
    may: 'signed-in',
    says: 'Adds to the ledger: the centre requests, the ministry asks, the source gives, refuses or withdraws.',
    params: one,
    body: consentInput,
    output: z.object({ id, at: instant }),
    status: 201,
    refusals: ['consent-as-it-stands', 'impossible-date', 'consent-class-unknown'],
  }),
  passOnward: endpoint({
    method: 'POST',
    path: '/api/reports/:id/onward',
    may: 'triage-reports',
    says: 'Shows a report to a class of onward recipients, while its source’s last answer is yes and its mark allows it.',
    params: one,
    body: onwardInput,
    output: z.object({ id, versions: z.number().int(), at: instant }),
    refusals: ['no-consent', 'mark-forbids', 'nothing-to-pass', 'consent-class-unknown'],
  }),
} as const;
