/** How the texts of a file are encoded: the number in its header. */
const UTF8 = 1;
const VERSION = 5;

/**
 * Reads Chromium's file of texts (`.pak`, version 5: a header of 12 bytes, 6 bytes for each text, 4 for each
 * second number of one, then the texts), by their numbers.
 *
 * @throws where the file has another form.
 */
export function readPak(file: Buffer): Map<number, string> {
  if (file.readUInt32LE(0) !== VERSION || file.readUInt8(4) !== UTF8) {
    throw new Error('The .pak file has a form that is not known');
  }
  const count = file.readUInt16LE(8);
  const aliases = file.readUInt16LE(10);
  const entry = (index: number) => 12 + index * 6;
  const textOf = (index: number): string =>
    file.toString(
      'utf8',
      file.readUInt32LE(entry(index) + 2),
      file.readUInt32LE(entry(index + 1) + 2),
    );
  const texts = new Map<number, string>();
  for (let index = 0; index < count; index++)
    texts.set(file.readUInt16LE(entry(index)), textOf(index));
  const first = entry(count + 1);
  for (let index = 0; index < aliases; index++) {
    const at = first + index * 4;
    texts.set(file.readUInt16LE(at), textOf(file.readUInt16LE(at + 2)));
  }
  return texts;
}

/** Names of the texts to their numbers, from the `.pak.info` beside it: `NAME,number,source` a line. */
export function readNames(info: string): Map<string, number> {
  const lines = info.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [name = '', id = ''] = line.split(',');
      return [name, Number(id)];
    }),
  );
}
