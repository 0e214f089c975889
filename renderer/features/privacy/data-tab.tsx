import { ActionLogSection } from './action-log-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { EverythingSection } from './everything-section.tsx';
import { HistorySection } from './history-section.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { MoveSection } from './move-section.tsx';
import { PauseSection } from './pause-section.tsx';

/** What the owner can do with their data, a section a component. */
export function DataTab() {
  return (
    <>
      <PauseSection />
      <EraseSection />
      <KeepingSection />
      <EverythingSection />
      <HistorySection />
      <ActionLogSection />
      <MoveSection />
    </>
  );
}
