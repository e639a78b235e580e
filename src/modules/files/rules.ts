import { withoutControlCharacters } from '../../kernel/text.ts';

/** What a file may be, with the endings that say so; the first is the one it is given. */
export const endings = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  text: ['txt', 'log', 'md'],
  csv: ['csv', 'tsv'],
  json: ['json'],
} as const;
export type FileKind = keyof typeof endings;
export const fileKinds = Object.keys(endings) as FileKind[];

/** The kind that a name says it is; null when it says none of them. */
export const kindSaid = (name: string): FileKind | null => {
  const ending = /\.([\p{L}\p{N}]{1,10})$/u
    .exec(withoutControlCharacters(name.normalize('NFKC')).trim())?.[1]
    ?.toLowerCase();
  return fileKinds.find((kind) => (endings[kind] as readonly string[]).includes(ending ?? '')) ?? null;
};

const reserved = /[<>:"|?*%]/gu;

/**
 * A name as it may be shown and kept: the last part of a path, no characters that control, hide or reorder, none that a
 * system reserves, no dots in front, at most 120 characters, with the ending of what the file is.
 */
export const cleanName = (name: string, kind: FileKind): string => {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const bare = withoutControlCharacters(last.replaceAll(/[\t\n]/gu, ' '))
    .replaceAll(reserved, '_')
    .trim();
  const parted = /^(.*?)(?:\.([\p{L}\p{N}]{1,10}))?$/su.exec(bare);
  const said = (parted?.[2] ?? '').normalize('NFKC').toLowerCase();
  const kept = (endings[kind] as readonly string[]).includes(said) ? said : endings[kind][0];
  const stem = [...(parted?.[1] ?? '').replace(/^[.\s]+/u, '').trim()]
    .slice(0, 120)
    .join('')
    .replace(/[.\s]+$/u, '');
  return `${stem === '' ? 'file' : stem}.${kept}`;
};

/** Limits: bytes of a file, files of an item, files that one person holds at a time. */
export const largestFile = 10 * 1024 * 1024;
export const mostFiles = 20;
export const mostHeld = 40;
/** Days for which a file is held that is attached to nothing. */
export const heldDays = 7;
