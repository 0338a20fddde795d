import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** What the shipped Electron may do. Every fuse is named, so that a new one in a later Electron fails the build until it is decided. */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The program in a packed folder. */
export function programOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, packager.executableName);
}

/** Sets the fuses of the packed program, before it is signed. Only a stand-in for Electron, which has none, is left as it is. */
export async function afterPack(context) {
  if (existsSync(join(context.appOutDir, 'STAND-IN'))) {
    console.warn('NO FUSES ARE SET: this package holds the stand-in for Electron. Do not ship it.');
    return;
  }
  await flipFuses(programOf(context), { ...fuses, resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' });
}
