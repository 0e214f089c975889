import { Button } from '@mantine/core';
import {
  GNOME_VERSIONS,
  type AccessibilityState,
  type ExtensionState,
  type KwinState,
  type Permissions,
  type SightAction,
  type SightView,
} from '../../shared/ipc/sight.ts';
import { useWords } from '../i18n/words.ts';
import { useApp } from '../store/use-app.ts';
import classes from './sight-help.module.css';

function Action({ action, label }: { readonly action: SightAction; readonly label: string }) {
  const act = useApp((state) => state.actOnSight);
  return (
    <Button size="xs" variant="default" onClick={() => void act(action)}>
      {label}
    </Button>
  );
}

const EXTENSION_ACTIONS = {
  install: 'install-extension',
  replace: 'install-extension',
  enable: 'enable-extension',
  remove: 'remove-extension',
} as const satisfies Readonly<Record<string, SightAction>>;

/** What can be done with the extension as it is. */
const EXTENSION_BUTTONS: Readonly<
  Record<ExtensionState, readonly (keyof typeof EXTENSION_ACTIONS)[]>
> = {
  unfit: [],
  untried: ['install'],
  absent: ['install'],
  foreign: ['replace'],
  waiting: ['remove'],
  off: ['enable', 'remove'],
  on: ['remove'],
  refused: ['remove'],
  failed: ['remove'],
};

/** The shell extension: what it does, how it stands, and the way in and out. */
function Extension({ state }: { readonly state: ExtensionState }) {
  const { t } = useWords();
  return (
    <section className={classes.part} aria-label={t('sight.extension.title')}>
      <h3>{t('sight.extension.title')}</h3>
      <p>{t('sight.extension.about', GNOME_VERSIONS)}</p>
      {state === 'unfit' ? null : <p>{t('sight.extension.where')}</p>}
      <p role="status">
        <strong>{t(`sight.extension.state.${state}`)}</strong>
      </p>
      <div className={classes.buttons}>
        {EXTENSION_BUTTONS[state].map((what) => (
          <Action
            key={what}
            action={EXTENSION_ACTIONS[what]}
            label={t(`sight.extension.${what}`)}
          />
        ))}
      </div>
    </section>
  );
}

/** What the user may agree to, in words, and how it stands. */
interface ConsentWords {
  readonly what: 'kwin' | 'accessibility';
  readonly status: string;
  readonly isOff: boolean;
}

/** Something that the user may agree to: what it does, how it stands, and the way in and out. */
function Consent({ what, status, isOff }: ConsentWords) {
  const { t } = useWords();
  return (
    <section className={classes.part} aria-label={t(`sight.${what}.title`)}>
      <h3>{t(`sight.${what}.title`)}</h3>
      <p>{t(`sight.${what}.about`)}</p>
      <p>{t(`sight.${what}.where`)}</p>
      <p role="status">
        <strong>{status}</strong>
      </p>
      <div className={classes.buttons}>
        {isOff ? (
          <Action action={`allow-${what}`} label={t(`sight.${what}.allow`)} />
        ) : (
          <Action action={`forbid-${what}`} label={t(`sight.${what}.forbid`)} />
        )}
      </div>
    </section>
  );
}

/** The script for KWin. */
function KwinScript({ state }: { readonly state: KwinState }) {
  const { t } = useWords();
  return <Consent what="kwin" status={t(`sight.kwin.state.${state}`)} isOff={state === 'off'} />;
}

/** Addresses by the interface of screen readers. Nothing more is measured by it, but more exactly. */
export function AccessibilityHelp({ state }: { readonly state: AccessibilityState }) {
  const { t } = useWords();
  const status = t(`sight.accessibility.state.${state}`);
  return (
    <div className={classes.help}>
      <Consent what="accessibility" status={status} isOff={state === 'off'} />
    </div>
  );
}

/** Whether there is anything that would let the app see more, or that does. */
export function hasSightHelp(sight: SightView | null): sight is SightView {
  return sight !== null && [sight.extension, sight.kwin, sight.permissions].some(Boolean);
}

/** What macOS permits, with a button for what it does not yet. */
function PermissionList({ permissions }: { readonly permissions: Permissions }) {
  const { t } = useWords();
  return (
    <section className={classes.part} aria-label={t('sight.permissions.title')}>
      <h3>{t('sight.permissions.title')}</h3>
      <ul>
        {(['screen', 'addresses'] as const).map((which) => (
          <li key={which}>
            <p className={classes.permission}>
              <span>{t(`sight.permissions.${which}`)}</span>
              <strong role="status">
                {t(permissions[which] ? 'sight.permissions.given' : 'sight.permissions.missing')}
              </strong>
            </p>
            <p>{t(`sight.permissions.${which}Help`)}</p>
            {permissions[which] ? null : (
              <Action action={`ask-${which}`} label={t(`sight.permissions.${which}Ask`)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What would let the app see more, and whether it is there; nothing where there is no such thing. */
export function SightHelp() {
  const sight = useApp((state) => state.sight);
  if (!hasSightHelp(sight)) return null;
  return (
    <div className={classes.help}>
      {sight.extension === null ? null : <Extension state={sight.extension} />}
      {sight.kwin === null ? null : <KwinScript state={sight.kwin} />}
      {sight.permissions === null ? null : <PermissionList permissions={sight.permissions} />}
    </div>
  );
}
