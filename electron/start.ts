/**
 * @file Where the main process begins. The look for damage comes first: the app is read and compiled while it runs. Electron is
 * not ready before what is awaited here.
 */
import './shell/early-check.ts';

await import('./main.ts');
