import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';
import { Dialog } from './dialog.tsx';
import classes from './keys.module.css';
import { PAGES, type RailPage } from './pages.ts';

/** Where the arrows and letters mean something else. */
const OTHERS =
  '[role="application"], [role="menu"], [role="tablist"], [role="dialog"], [contenteditable], .recharts-wrapper';

/** Whether a key was pressed where nothing else takes it. */
export function isFree({ target, defaultPrevented }: KeyboardEvent): boolean {
  return !defaultPrevented && !(target instanceof Element && target.closest(OTHERS));
}

const isMac = navigator.userAgent.includes('Mac');
const withMod = (key: string) => (isMac ? `⌘${key}` : `Ctrl+${key}`);

/** Every key with what it does, opened with "?". */
function KeyList({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  const { t } = useWords();
  const keys = [
    ['← →', t('keys.arrows')],
    ['T', t('keys.today')],
    [withMod('K'), t('keys.palette')],
    [withMod('Z'), t('keys.undo')],
    ...PAGES.map((page, index) => [withMod(String(index + 1)), t(`page.${page}`)]),
    ['?', t('keys.list')],
  ] as const;
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={classes.keys}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** The keys that hold on every page. Going back and forth is the page's own. */
export function Keys({ onOpen }: { onOpen(page: RailPage): void }) {
  const [isOpen, setOpen] = useState(false);
  const openDay = useApp((state) => state.openDay);
  const free = (act: () => void) => (event: KeyboardEvent) => {
    if (isFree(event)) act();
  };
  useHotkeys(
    PAGES.map((page, index) => [
      `mod+${String(index + 1)}`,
      () => {
        // What is being typed in a field takes effect as it is left.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        onOpen(page);
      },
    ]),
    [],
  );
  useHotkeys([
    ['T', free(() => void openDay(null)), { preventDefault: false }],
    [
      'shift+?',
      free(() => {
        setOpen(true);
      }),
      { preventDefault: false },
    ],
  ]);
  return (
    <KeyList
      isOpen={isOpen}
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}
