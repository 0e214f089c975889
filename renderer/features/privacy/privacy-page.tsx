import { Alert, Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { PrivacyView } from '../../../shared/ipc/privacy.ts';
import { FactItem, Facts } from '../../components/fact.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { checkCommands } from './check-commands.ts';
import { EraseSection } from './erase-section.tsx';
import classes from './privacy-page.module.css';
import { StoredSection } from './stored-section.tsx';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

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
  const folder = view.files.find(({ name }) => name === '.');
  return (
    <>
      {view.location === 'local' ? null : (
        <Alert variant="default" title={t('privacy.warn.title')}>
          {t(`privacy.warn.${view.location}`)}
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
  return (
    <Section title={t('privacy.promise.title')}>
      <ul className={classes.list}>
        <li>{t('privacy.promise.local')}</li>
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

function PauseSection() {
  const { t } = useWords();
  const paused = useApp((state) => valueOf(state.tracker)?.state === 'paused');
  const pause = useApp((state) => state.pause);
  const resume = useApp((state) => state.resume);
  return (
    <Section title={t('privacy.pause.title')}>
      <p>{t(paused ? 'privacy.pause.paused' : 'privacy.pause.text')}</p>
      <div className={classes.row}>
        {paused ? (
          <Button variant="default" onClick={() => void resume()}>
            {t('tracker.resume')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => void pause(60)}>
              {t('tracker.pause60')}
            </Button>
            <Button variant="default" onClick={() => void pause('open-ended')}>
              {t('privacy.pause.until')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

/** What is kept, who can read it, how to check that, and how to end it. */
export function PrivacyPage() {
  const { t } = useWords();
  const privacy = useApp((state) => state.privacy);
  const loadPrivacy = useApp((state) => state.loadPrivacy);
  return (
    <div className={classes.page}>
      <PageHead title={t('page.privacy')} detail={t('privacy.intro')} />
      <RemoteView remote={privacy} heights={[110, 260, 300]} onRetry={() => void loadPrivacy()}>
        {(view) => (
          <>
            <Measured view={view} />
            <Warnings view={view} />
            <PromiseSection />
            <StoredSection tables={view.tables} />
            <FilesSection view={view} />
            <PauseSection />
            <EraseSection />
            <CheckSection dir={view.dir} />
          </>
        )}
      </RemoteView>
    </div>
  );
}
