import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * What the packaged binary can never be made to do, whoever starts it
 * (https://www.electronjs.org/docs/latest/tutorial/fuses). Electron refuses to build where a new
 * version has a fuse that is not decided on here.
 */
export const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // ELECTRON_RUN_AS_NODE would make the app a Node that runs anything in its name.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // Without it, a folder beside the archive would be loaded instead of the archive that is checked.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The window is served from a scheme of its own.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Off only makes WebAssembly slower.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig;
