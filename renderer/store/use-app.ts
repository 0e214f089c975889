import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState } from './app-state.ts';
import type { AppStore } from './app-store.ts';

export const StoreContext = createContext<AppStore | undefined>(undefined);

function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useApp outside StoreContext');
  return store;
}

/** One value of the store; the component renders again when that value changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}

/** Gives all of the store as it is when called, as at a click; the component renders for none of its changes. */
export function useAppNow(): () => AppState {
  return useAppStore().getState;
}
