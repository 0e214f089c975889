/** The system that the stand-in runs on, whatever a test makes the app believe; read before the app begins. */
export const REAL_PLATFORM = process.platform;

/** Lets the app take this system for another one, where a test says so. */
export function pretendPlatform(): void {
  const platform = process.env['SWEETSPOT_TEST_PLATFORM'];
  if (platform) Object.defineProperty(process, 'platform', { value: platform });
}
