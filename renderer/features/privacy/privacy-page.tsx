import { Tabs } from '@mantine/core';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { useWords } from '../../i18n/words.ts';
import { PRIVACY_TABS } from '../../../shared/ipc/place.ts';
import { useApp } from '../../store/use-app.ts';
import { DataTab } from './data-tab.tsx';
import classes from './privacy-page.module.css';
import { ProofTab } from './proof-tab.tsx';

/** What is kept, who can read it and how to check that; and what the owner can do with it. */
export function PrivacyPage() {
  const { t } = useWords();
  const tab = useApp((state) => state.privacyTab);
  const openPrivacy = useApp((state) => state.openPrivacy);
  const privacy = useApp((state) => state.privacy);
  const loadPrivacy = useApp((state) => state.loadPrivacy);
  return (
    <div className={classes.page}>
      <PageHead title={t('page.privacy')} detail={t('privacy.intro')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          openPrivacy(PRIVACY_TABS.find((one) => one === value) ?? 'proof');
        }}
      >
        <Tabs.List aria-label={t('page.privacy')}>
          {PRIVACY_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`privacy.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="proof" className={classes.panel}>
          <RemoteView remote={privacy} heights={[110, 260, 300]} onRetry={() => void loadPrivacy()}>
            {(view) => <ProofTab view={view} />}
          </RemoteView>
        </Tabs.Panel>
        <Tabs.Panel value="data" className={classes.panel}>
          <DataTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
