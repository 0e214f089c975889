import { Alert, Button, Group, Switch } from '@mantine/core';
import { useWords } from '../i18n/words.ts';
import { valueOf } from '../store/remote.ts';
import { useApp } from '../store/use-app.ts';
import { SettingRow } from './setting-row.tsx';

/** The setting of starting with the session, as the system has it. */
export function AutostartRow() {
  const { t } = useWords();
  const autostart = useApp((state) => valueOf(state.autostart));
  const turnAutostart = useApp((state) => state.turnAutostart);
  return (
    <SettingRow
      label={t('autostart.label')}
      detail={autostart?.available === false ? t('autostart.unavailable') : t('autostart.help')}
      control={({ labelledBy, describedBy }) => (
        <Switch
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          checked={autostart?.on ?? false}
          disabled={autostart?.available !== true}
          onChange={(event) => void turnAutostart(event.currentTarget.checked)}
        />
      )}
    />
  );
}

/** Asks once, after a first useful day, whether to start with the session. */
export function AutostartQuestion() {
  const { t } = useWords();
  const autostart = useApp((state) => valueOf(state.autostart));
  const turnAutostart = useApp((state) => state.turnAutostart);
  const changeSettings = useApp((state) => state.changeSettings);
  if (!autostart?.ask) return null;
  const decline = () => void changeSettings({ autostartAsked: true });
  return (
    <div className="notices">
      <Alert
        variant="default"
        title={t('autostart.ask.title')}
        withCloseButton
        closeButtonLabel={t('notice.dismiss')}
        onClose={decline}
      >
        <p>{t('autostart.ask.text')}</p>
        <Group gap="xs" mt="sm">
          <Button size="xs" variant="default" onClick={() => void turnAutostart(true)}>
            {t('autostart.ask.yes')}
          </Button>
          <Button size="xs" variant="subtle" onClick={decline}>
            {t('autostart.ask.no')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
