/** @file Writes docs/data-file.schema.json from the schema that the app reads and writes by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { z } from 'zod';
import { dataFileSchema } from '../electron/data-file/data-file.ts';
import { ROOT } from './bundle.ts';

const text = JSON.stringify(z.toJSONSchema(dataFileSchema()));
writeFileSync(
  join(ROOT, 'docs/data-file.schema.json'),
  await format(text, { parser: 'json', printWidth: 100 }),
);
