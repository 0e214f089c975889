import { z } from 'zod';

/** Where an editor finds the form of a file, under the key `$schema`. It is taken and ignored. */
export const schemaLink = z
  .string()
  .optional()
  .describe('where this schema is, for editors; ignored');
