/**
 * @file Keeps the schema library from trying whether it may compile code out of text, which the page's
 * policy forbids. Imported before anything that makes a schema.
 */
import { z } from 'zod';

z.config({ jitless: true });
