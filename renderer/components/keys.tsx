import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';
import { Dialog } from './dialog.tsx';
import { FindIcon, KeysIcon } from './icons.tsx';
import classes from './keys.module.css';
import { PAGES, type RailPage } from './pages.ts';

/** Where the arrows and letters mean something else. */
const OTHERS =
  '[role="application"], [role="menu"], [role="tablist"], [role="dialog"], [contenteditable], .recharts-wrapper';

/** Where what is pressed is typed. A switch, a tick and a choice are fields too, and take no letters. */
const TYPED = 'textarea, select, input:not([type="checkbox"], [type="radio"])';

/** What goes from one choice to the next. */
const CHOICE = 'input[type="radio"]';

const isIn = (target: EventTarget | null, where: string) =>
  target instanceof Element && target.closest(where) !== null;

/** Keys that hold on the whole page, but where they would be typed; without a modifier, also but where they mean something else. */
export function usePageKeys(keys: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    keys.map(([key, act]) => [
      key,
      (event) => {
        const { target } = event;
        const isPlain = !key.startsWith('mod+');
        if (event.defaultPrevented || isIn(target, TYPED)) return;
        if (isPlain && isIn(target, OTHERS)) return;
        if (key.startsWith('Arrow') && isIn(target, CHOICE)) return;
        if (!isPlain) event.preventDefault();
        act();
      },
      { preventDefault: false },
    ]),
    [],
  );
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

/** The way with the mouse to what is found by a name, and to the list of keys. */
function Openers({ onList }: { onList(): void }) {
  const { t } = useWords();
  const openers = [
    { icon: <FindIcon />, name: t('keys.find'), key: withMod('K'), open: spotlight.open },
    { icon: <KeysIcon />, name: t('keys.title'), key: '?', open: onList },
  ];
  return (
    <div className={classes.openers}>
      {openers.map(({ icon, name, key, open }) => (
        <ActionIcon
          key={key}
          variant="subtle"
          size={26}
          color="gray"
          c="var(--sweet-muted)"
          aria-label={name}
          title={`${name} (${key})`}
          onClick={open}
        >
          {icon}
        </ActionIcon>
      ))}
    </div>
  );
}

/** The keys that hold on every page, and their list. Going back and forth is the page's own. */
export function Keys({ onOpen }: { onOpen(page: RailPage): void }) {
  const [isOpen, setOpen] = useState(false);
  const openDay = useApp((state) => state.openDay);
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
  usePageKeys([
    ['T', () => void openDay(null)],
    [
      'shift+?',
      () => {
        setOpen(true);
      },
    ],
  ]);
  return (
    <>
      <Openers
        onList={() => {
          setOpen(true);
        }}
      />
      <KeyList
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
