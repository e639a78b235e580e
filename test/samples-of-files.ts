import { crc32, deflateSync } from 'node:zlib';
import { stored, writeZip } from '../src/modules/files/look/zip.ts';

/** Small files of every kind, each naming somebody where its kind can. */

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A picture of one point, with more chunks where they are given. */
export const png = (...more: readonly (readonly [string, string])[]): Buffer => {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    ...more.map(([name, data]) => chunk(name, Buffer.from(data, 'utf8'))),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const segment = (marker: number, data: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
};

/** The fields of a camera: artist, place, and how the picture is to be turned. */
export const exif = (artist: string, turned = 6): Buffer => {
  const name = Buffer.from(`${artist}\0`, 'utf8');
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  for (const [i, [tag, type, count, value]] of (
    [
      [0x0112, 3, 1, turned],
      [0x013b, 2, name.length, tiff.length],
      [0x8825, 4, 1, 0],
    ] as const
  ).entries()) {
    tiff.writeUInt16LE(tag, 10 + i * 12);
    tiff.writeUInt16LE(type, 12 + i * 12);
    tiff.writeUInt32LE(count, 14 + i * 12);
    tiff.writeUInt32LE(value, 18 + i * 12);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, name]);
};

/** The bones of a photograph with what a camera and a person wrote beside it. */
export const jpeg = (artist: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(artist)),
    segment(0xfe, Buffer.from(`taken by ${artist}`, 'utf8')),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from(`behind the end: ${artist}`, 'utf8'),
  ]);

/** An Office document: its parts by name. */
export const office = (parts: Readonly<Record<string, string | Buffer>>): Buffer =>
  writeZip(
    Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, it]) =>
      stored(name, typeof it === 'string' ? Buffer.from(it, 'utf8') : it),
    ),
  );

/** A letter with an author, a company, a comment of somebody’s, a template’s place and a photograph. */
export const docx = (author: string, text: string): Buffer =>
  office({
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>${author}</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': '<Properties><Company>架空の会社</Company></Properties>',
    'word/document.xml': `<w:document xmlns:w="w"><w:p><w:ins w:author="${author}"><w:r><w:t>${text.slice(0, 3)}</w:t></w:r><w:r><w:t>${text.slice(3)}</w:t></w:r></w:ins></w:p></w:document>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Target="file:///C:\\Users\\${author}\\Normal.dotm"/></Relationships>`,
    'word/media/image1.jpeg': jpeg(author),
  });

/** A PDF of one page with its author, in a dictionary and in XMP. */
export const pdf = (author: string, text: string, more = ''): Buffer => {
  const xmp = `<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description><dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const page = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R ${more} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Metadata /Subtype /XML /Length ${Buffer.byteLength(xmp)} >>\nstream\n${xmp}\nendstream`,
    `<< /Author (${author}) /Title <FEFF0061> /Producer (writer) >>`,
  ];
  let out = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = Buffer.byteLength(out);
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = Buffer.byteLength(out);
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'utf8');
};
