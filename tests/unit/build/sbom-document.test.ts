import { expect, test } from 'vitest';
import { bomOf } from '../../../build/sbom-document.ts';

test('lists the app, what is in it and what Electron brings', () => {
  const app = { name: 'sweetspot', version: '1.0.0', licence: 'MIT' };
  const electron = { name: 'electron', version: '45.4.1', licence: 'MIT' };
  const scoped = { name: '@mantine/core', version: '9.7.3', licence: 'MIT' };
  expect(bomOf(app, [electron, scoped], { chromium: '156.0.8078.100' })).toEqual({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        name: 'sweetspot',
        version: '1.0.0',
        'bom-ref': 'pkg:npm/sweetspot@1.0.0',
        purl: 'pkg:npm/sweetspot@1.0.0',
        licenses: [{ expression: 'MIT' }],
      },
    },
    components: [
      {
        type: 'library',
        name: 'chromium',
        version: '156.0.8078.100',
        'bom-ref': 'electron/chromium@156.0.8078.100',
      },
      {
        type: 'library',
        name: '@mantine/core',
        version: '9.7.3',
        'bom-ref': 'pkg:npm/%40mantine/core@9.7.3',
        purl: 'pkg:npm/%40mantine/core@9.7.3',
        licenses: [{ expression: 'MIT' }],
      },
      {
        type: 'framework',
        name: 'electron',
        version: '45.4.1',
        'bom-ref': 'pkg:npm/electron@45.4.1',
        purl: 'pkg:npm/electron@45.4.1',
        licenses: [{ expression: 'MIT' }],
      },
    ],
  });
});
