import type { SourceChoice } from '../../electron/tracking/sources/choose-sources.ts';
import type { SourceAtWork, WindowSource } from '../../electron/tracking/sources/source.ts';

/** What is chosen where one source tells all that it can tell, and no other is there; nothing without it. */
export function choiceOf(source: WindowSource | null): SourceChoice {
  const all: SourceAtWork | null = source;
  return {
    window: source,
    windowName: source && 'a source',
    idle: all?.idleMs ? all : null,
    lock: all?.watchLock ? all : null,
    trials: [],
    stop: () => source?.stop() ?? Promise.resolve(),
  };
}
