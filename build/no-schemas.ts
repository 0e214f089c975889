import type { PluginOption } from 'vite';

/** What conf checks settings with where it is given a schema. */
const VALIDATORS = ['ajv/dist/2020.js', 'ajv-formats'];

const STAND_IN = `export class Ajv2020 {
  constructor() {
    throw new Error('conf has no schemas here');
  }
}
export default {};
`;

/**
 * Leaves out of a bundle what conf, which keeps the settings, only needs for schemas: it is a fifth of what the main process
 * would read and compile at each start. The app gives it none, and checks settings itself. To give it one throws.
 */
export function leaveOutSchemas(): PluginOption {
  const id = '\0no-schemas';
  return {
    name: 'no-schemas',
    enforce: 'pre',
    resolveId: (source) => (VALIDATORS.includes(source) ? id : null),
    load: (wanted) => (wanted === id ? { code: STAND_IN, moduleType: 'js' } : null),
  };
}
