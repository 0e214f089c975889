import type { AppState } from './app-state.ts';

type Told = () => Pick<AppState, 'report'>;

/** What a call gives; what stands in for it where that fails, and the user is told. */
export async function orTell<T>(get: Told, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    get().report(error);
    return otherwise;
  }
}

/** Does something; where that fails, the user is told. */
export async function doOrTell(get: Told, work: () => Promise<unknown>): Promise<void> {
  await orTell(get, work, undefined);
}
