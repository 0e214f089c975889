/** @file The stand-in as bundled code takes it in too: `import electron from 'electron'`. */
import * as electron from './electron.ts';

export * from './electron.ts';
export { electron as default };
