import { dayOf } from '../../kernel/time.ts';
import type { ProgrammeView } from './contract.ts';
import { bodiesAt, ceptoarsAt, competentFor, nameOf, seatsOf, sectorsAt } from './rules/bodies.ts';
import { editionAt } from './rules/codes.ts';
import { holdsOn } from './rules/dates.ts';
import { kindsAt } from './rules/kinds.ts';
import { levelsAt } from './rules/levels.ts';
import { fewestFor } from './rules/telling.ts';
import type { CodeList } from './shapes/codes.ts';
import type { Programme } from './shapes/programme.ts';

/** The programme as everyone signed in may know it, as it stands at a time. */
export const overview = (programme: Programme, at: Date): ProgrammeView => ({
  key: programme.key,
  version: programme.version,
  title: programme.title,
  plan: programme.plan,
  asOf: programme.asOf,
  timeZone: programme.timeZone,
  languages: programme.languages,
  modes: [...programme.modes],
  regions: programme.regions.map((it) => ({ ...it, tile: [...it.tile] })),
  sectors: sectorsAt(programme, at).map(({ key, title }) => ({
    key,
    title,
    competent: [...competentFor(programme, key, at)],
    ceptoars: ceptoarsAt(programme, at, key).map((it) => it.key),
    fewest: fewestFor(programme, [key]),
  })),
  ceptoars: ceptoarsOf(programme, at),
  bodies: bodiesAt(programme, at)
    .filter((it) => it.ceptoar === undefined)
    .map((it) => {
      const { name, short, unit } = nameOf(programme, it, at);
      return {
        key: it.key,
        title: name,
        short: short ?? null,
        unit: unit ?? null,
        kind: it.kind,
        seats: [...seatsOf(programme, it.key, at)],
      };
    }),
  capacities: programme.capacities
    .filter((it) => holdsOn(it, dayOf(at, programme)))
    .map(({ key, title, short, roles }) => ({
      key,
      title,
      short,
      roles: roles.map((role) => ({ key: role.key, title: role.title })),
    })),
  kinds: kindsAt(programme, at).map(({ key, title, says, form }) => ({ key, title, says, form })),
  codeLists: programme.codeLists.flatMap((it) => listOf(programme, it, at)),
  levels: levelsAt(programme, at).map(({ key, sector, service, keeps, quantities, basis, sample }) => ({
    key,
    sector,
    service,
    keeps,
    quantities,
    basis,
    sample: sample ?? false,
  })),
  breakGlass: programme.breakGlass.bases.map(({ key, title }) => ({ key, title })),
  forms: programme.forms.map(({ key, version, title }) => ({ key, version, title })),
  marking: programme.marking,
});

const ceptoarsOf = (programme: Programme, at: Date): ProgrammeView['ceptoars'] =>
  ceptoarsAt(programme, at).flatMap((it) => {
    if (it.ceptoar === undefined) return [];
    const { circle, sectors, secretariat, members } = it.ceptoar;
    return {
      key: it.key,
      title: nameOf(programme, it, at).name,
      circle,
      sectors,
      secretariat: { name: secretariat.name, sample: secretariat.sample ?? false },
      members: { count: members.count, unit: members.unit, sample: members.sample ?? false },
    };
  });

const listOf = (programme: Programme, { key, title, choice }: CodeList, at: Date): ProgrammeView['codeLists'] => {
  const edition = editionAt(programme, key, at);
  if (edition === undefined) return [];
  const codes = edition.codes.map((it) => ({
    code: it.code,
    title: it.title,
    says: it.says ?? null,
    group: it.group ?? null,
    asks: it.asks ?? null,
  }));
  return [{ key, title, choice, version: edition.version, groups: edition.groups, codes }];
};
