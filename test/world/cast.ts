/** One person with a key in one seat of the small world. */
export interface Person {
  readonly name: string;
  readonly body: string;
  readonly seat: string;
  readonly person: string;
  readonly token: string;
  readonly capacity: string;
  readonly sector: string | null;
}

interface Cast {
  name: string;
  body: string;
  capacity: string;
  role: string;
  sector?: string;
  person?: string;
}

/** Who is in it; bodies and persons are shared where their keys are the same. */
export const cast: readonly Cast[] = [
  { name: 'cs.duty', body: 'cs', capacity: 'cabinet-secretariat', role: 'duty' },
  { name: 'cs.chief', body: 'cs', capacity: 'cabinet-secretariat', role: 'chief' },
  { name: 'cs.planner', body: 'cs', capacity: 'planning', role: 'planner' },
  {
    name: 'ministry.meti',
    body: 'meti',
    capacity: 'sector-ministry',
    role: 'officer',
    sector: 'electricity',
    person: 'odagiri',
  },
  { name: 'security.meti', body: 'meti', capacity: 'security-ministry', role: 'officer', person: 'odagiri' },
  { name: 'ministry.mhlw', body: 'mhlw', capacity: 'sector-ministry', role: 'officer', sector: 'water' },
  { name: 'ceptoar.power', body: 'ceptoar.power', capacity: 'ceptoar', role: 'officer', sector: 'electricity' },
  { name: 'ceptoar.water', body: 'ceptoar.water', capacity: 'ceptoar', role: 'officer', sector: 'water' },
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((x) => ({
    name: `operator.power-${x}`,
    body: `power-${x}`,
    capacity: 'operator',
    role: 'officer',
    sector: 'electricity',
  })),
  ...['a', 'b', 'c'].map((x) => ({
    name: `operator.water-${x}`,
    body: `water-${x}`,
    capacity: 'operator',
    role: 'officer',
    sector: 'water',
  })),
  { name: 'crisis.npa', body: 'npa', capacity: 'crisis-ministry', role: 'officer' },
  { name: 'agency.ipa', body: 'ipa', capacity: 'agency', role: 'officer' },
  { name: 'agency.jpcert', body: 'jpcert', capacity: 'agency', role: 'officer' },
  { name: 'agency.chief', body: 'jpcert', capacity: 'agency', role: 'chief' },
  { name: 'business.cloud', body: 'cloud', capacity: 'cyberspace-business', role: 'officer' },
  { name: 'admin.system', body: 'office', capacity: 'system-admin', role: 'admin' },
];
