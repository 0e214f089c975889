import { Menu, UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { type Activity, activityChoices, isLinkedIn } from '../../../shared/domain/activity.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { useIsExample } from '../../components/example.tsx';
import { MoreIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { SpanEditor } from './span-editor.tsx';

/** The choices of what a span was; what it is said to be already cannot be chosen. */
function ActivityItems({
  atMs,
  activity,
}: {
  /** Start of the span. */
  readonly atMs: number;
  readonly activity: Activity;
}) {
  const { t } = useWords();
  const shieldJobs = useApp((state) => valueOf(state.settings)?.shieldJobs ?? true);
  const relabelSpan = useApp((state) => state.relabelSpan);
  const choices = activityChoices(shieldJobs);
  const firstOther = choices.find((choice) => choice !== activity);
  return choices.map((choice) => (
    <Menu.Item
      key={choice}
      leftSection={isLinkedIn(choice) ? <Swatch kind={choice} /> : null}
      disabled={choice === activity}
      // The first that can be chosen: what is disabled takes no focus, and the keys would lead nowhere.
      data-autofocus={choice === firstOther || undefined}
      onClick={() => void relabelSpan(atMs, choice)}
    >
      {t(`activity.${choice}`)}
    </Menu.Item>
  ));
}

/** Lets the user say what a span was, or delete it. */
export const SpanMenu = memo(function SpanMenu({
  atMs,
  endMs,
  zone,
  activity,
  about,
}: {
  /** Start of the span. */
  readonly atMs: number;
  readonly endMs: number;
  /** The zone in which its times are told. */
  readonly zone: string;
  readonly activity: Activity;
  /** The span in words, for the name of the button. */
  readonly about: string;
}) {
  const { t } = useWords();
  const deleteSpan = useApp((state) => state.deleteSpan);
  const [isEditing, setIsEditing] = useState(false);
  if (useIsExample()) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <UnstyledButton className="help" aria-label={t('correct.open', { span: about })}>
            <MoreIcon />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('correct.was')}</Menu.Label>
          <ActivityItems atMs={atMs} activity={activity} />
          <Menu.Divider />
          <Menu.Item
            onClick={() => {
              setIsEditing(true);
            }}
          >
            {t('correct.edit')}
          </Menu.Item>
          <Menu.Item onClick={() => void deleteSpan(atMs)}>{t('correct.delete')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing ? (
        <SpanEditor
          times={{ startMs: atMs, endMs, zone }}
          onClose={() => {
            setIsEditing(false);
          }}
        />
      ) : null}
    </>
  );
});
