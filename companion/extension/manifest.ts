import { LINKEDIN } from './linkedin-pages.ts';

/** The id that Firefox knows the extension by. */
export const FIREFOX_ID = 'companion@sweetspot.app';

/**
 * The public half of a key whose other half nobody has: Chromium takes the id of an extension that lies in a folder
 * from it, so that the host knows it.
 */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAti3nawVmWE7XbQKhEqW+FeZKXfNBxbusP2q4RTIOcv3sith1EmXo0bdLXLAjCpXn' +
  '5N5ToEbAvLICRP9mxbd5d6F+S6aj1Ahv61w0r72iARn5b4XlBE22lRK3x57+h+pbCgRKV7TTsaaKQ3+Hal4x3ivlzyTs8KTejh25ft0mz9Nv' +
  'vokSEfK1JGZ8sAIc+fXOHI0cakhayVDdzCckbpfTh33P6ckp8gQBQuxJQgRaNgP5g8gHx0sbl4HsmykVd+G6NkcbrtOhQhwxVzoHbU19EJTM' +
  '1PMkO0cIvfsWJo1nvi/geW+Sc8RyO2elFGrB5r59l2M5oOlNlunLkLkxfUjZ0wIDAQAB';

/** The id that Chromium and its kin know the extension by: what the key above gives. */
export const CHROMIUM_ID = 'khmhbaningnadbebnppddmhoffodkaoo';

/** For whom a manifest is: a folder that any browser loads, or the file that a store takes. */
export type ManifestFor = 'folder' | 'chromium' | 'firefox';

/** The manifest of the extension; one runs in both kinds of browser, and each store refuses what is the other's. */
export function manifestOf(version: string, target: ManifestFor): object {
  const worker = { service_worker: 'background.js' };
  const scripts = { scripts: ['background.js'] };
  return {
    manifest_version: 3,
    name: 'Sweetspot companion',
    description:
      'Tells Sweetspot on this computer, in one word, what of LinkedIn is in front. No address leaves the browser.',
    version,
    ...(target === 'folder' ? { key: CHROMIUM_KEY } : {}),
    ...(target === 'firefox' ? {} : { minimum_chrome_version: '121' }),
    ...(target === 'chromium'
      ? {}
      : {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
    incognito: 'not_allowed',
    permissions: ['nativeMessaging', 'scripting'],
    host_permissions: [LINKEDIN],
    icons: { 128: 'icon.png' },
    background: {
      ...(target === 'firefox' ? {} : worker),
      ...(target === 'chromium' ? {} : scripts),
    },
    content_scripts: [
      {
        matches: [LINKEDIN],
        js: ['content.js'],
        run_at: 'document_start',
        all_frames: true,
      },
    ],
  };
}
