/** @file Writes docs/guideline.schema.json from the schema that the app reads by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { z } from 'zod';
import { guidelineFileSchema } from '../shared/settings/guideline-file.ts';
import { ROOT } from './bundle.ts';

writeFileSync(
  join(ROOT, 'docs/guideline.schema.json'),
  await format(JSON.stringify(z.toJSONSchema(guidelineFileSchema)), {
    parser: 'json',
    printWidth: 100,
  }),
);
