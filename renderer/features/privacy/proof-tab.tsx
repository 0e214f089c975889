import { Alert, Button } from '@mantine/core';
import type { PrivacyView } from '../../../shared/ipc/privacy.ts';
import { FactItem, Facts } from '../../components/fact.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { checkCommands } from './check-commands.ts';
import classes from './privacy-page.module.css';
import { MOVE_SECTION } from './move-section.tsx';
import { Section } from './section.tsx';
import { StoredSection } from './stored-section.tsx';
import { Technical } from './technical.tsx';

function Measured({ view }: { readonly view: PrivacyView }) {
  const { t, format } = useWords();
  const { listening, location } = view;
  return (
    <Facts label={t('privacy.facts.title')}>
      <FactItem
        label={t('privacy.facts.refused')}
        detail={t('privacy.facts.refusedSub', { count: view.refusedEver })}
      >
        {format.number(view.refusedSinceStart)}
      </FactItem>
      <FactItem
        label={t('privacy.facts.ports')}
        detail={
          listening
            ? t('privacy.facts.portsSub', { count: listening.processes })
            : t('privacy.facts.portsUnknown')
        }
      >
        {listening ? format.number(listening.ports.length) : '–'}
      </FactItem>
      <FactItem label={t('privacy.facts.place')} detail={t(`privacy.facts.placeSub.${location}`)}>
        {t(`privacy.facts.location.${location}`)}
      </FactItem>
    </Facts>
  );
}

function Warnings({ view }: { readonly view: PrivacyView }) {
  const { t } = useWords();
  const openPrivacy = useApp((state) => state.openPrivacy);
  const folder = view.files.find(({ name }) => name === '.');
  return (
    <>
      {view.location === 'local' ? null : (
        <Alert variant="default" title={t('privacy.warn.title')}>
          {t(`privacy.warn.${view.location}`)}
          <Button
            display="block"
            mt="sm"
            variant="default"
            onClick={() => {
              openPrivacy('data');
              // The other tab is there once it is drawn.
              requestAnimationFrame(() => {
                document.getElementById(MOVE_SECTION)?.scrollIntoView({ block: 'start' });
              });
            }}
          >
            {t('privacy.warn.move')}
          </Button>
        </Alert>
      )}
      {folder?.openToOthers ? (
        <Alert variant="default" title={t('privacy.warn.openTitle')}>
          {t('privacy.warn.open', { mode: folder.mode ?? '' })}
        </Alert>
      ) : null}
    </>
  );
}

function PromiseSection() {
  const { t } = useWords();
  const platform = useApp((state) => valueOf(state.info)?.platform ?? '');
  return (
    <Section title={t('privacy.promise.title')}>
      <ul className={classes.list}>
        <li>{t('privacy.promise.local')}</li>
        {platform === 'linux' ? <li>{t('privacy.promise.sockets')}</li> : null}
        <li>{t('privacy.promise.screen')}</li>
        <li>{t('privacy.promise.own')}</li>
      </ul>
      <h3>{t('privacy.promise.limits')}</h3>
      <ul className={classes.list}>
        <li>{t('privacy.promise.admin')}</li>
        <li>{t('privacy.promise.file')}</li>
        <li>{t('privacy.promise.system')}</li>
        <li>{t('privacy.promise.employer')}</li>
      </ul>
    </Section>
  );
}

function FilesSection({ view }: { readonly view: PrivacyView }) {
  const { t, format } = useWords();
  return (
    <Section title={t('privacy.files.title')}>
      <code className={classes.command}>{view.dir}</code>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('privacy.files.name')}</th>
              <th scope="col">{t('privacy.files.size')}</th>
              <th scope="col">{t('privacy.files.mode')}</th>
            </tr>
          </thead>
          <tbody>
            {view.files.map(({ name, bytes, mode }) => (
              <tr key={name}>
                <td className={classes.mono}>{name === '.' ? t('privacy.files.folder') : name}</td>
                <td>{bytes === null ? '' : `${format.number(Math.ceil(bytes / 1024))} kB`}</td>
                <td className={classes.mono}>{mode ?? t('privacy.files.unknown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.small}>{t('privacy.files.help')}</p>
    </Section>
  );
}

function CheckSection({ dir }: Pick<PrivacyView, 'dir'>) {
  const { t } = useWords();
  const platform = useApp((state) => valueOf(state.info)?.platform ?? '');
  const commands = checkCommands(platform, dir);
  return (
    <Section title={t('privacy.check.title')}>
      <p>{t('privacy.check.intro')}</p>
      {(['rows', 'files', 'ports'] as const).map((key) => (
        <div key={key}>
          <h3>{t(`privacy.check.${key}`)}</h3>
          <code className={classes.command}>{commands[key]}</code>
        </div>
      ))}
    </Section>
  );
}

/** The promise, and how to check it without taking our word for it. */
export function ProofTab({ view }: { readonly view: PrivacyView }) {
  return (
    <>
      <Measured view={view} />
      <Warnings view={view} />
      <PromiseSection />
      <StoredSection tables={view.tables} />
      <Technical>
        <FilesSection view={view} />
        <CheckSection dir={view.dir} />
      </Technical>
    </>
  );
}
