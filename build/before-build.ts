/**
 * Tells electron-builder that the modules are seen to: electron-builder.yml lists those that are
 * packaged, file by file, and their native parts come ready-made. So it neither collects nor compiles.
 */
export function beforeBuild(): boolean {
  return false;
}
