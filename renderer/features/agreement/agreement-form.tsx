import { NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { type LinkedInActivity, LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import { fitsWindow, PURPOSES, purposeOf, ROLES } from '../../../shared/domain/agreement.ts';
import { TimeField } from '../../components/ranges-field.tsx';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import { withPurpose } from './agreement-draft.ts';
import { isListed } from '../../components/agreement-sheet.tsx';

const MOST_MINUTES = 1440;
const USUAL_WINDOW = { from: '09:00', to: '09:30' };

interface PartProps {
  readonly agreement: AgreementSetting;
  onChange(part: Partial<AgreementSetting>): void;
}

/** The agreed minutes a day. */
export function BlockFields({ agreement, onChange }: PartProps) {
  const { t } = useWords();
  const field = (label: string, value: number, put: (value: number) => void) => (
    <NumberInput
      className={classes.number ?? ''}
      aria-label={label}
      value={value}
      min={0}
      max={MOST_MINUTES}
      step={5}
      clampBehavior="strict"
      allowDecimal={false}
      error={agreement.minMinutes > agreement.maxMinutes || !fitsWindow(agreement)}
      onChange={(next) => {
        if (typeof next === 'number') put(next);
      }}
    />
  );
  return (
    <SettingRow
      label={t('agreement.block')}
      detail={t('agreement.blockHelp')}
      control={() => (
        <>
          {field(t('agreement.blockMin'), agreement.minMinutes, (minMinutes) => {
            onChange({ minMinutes });
          })}
          <span className={classes.dash}>{'–'}</span>
          {field(t('agreement.blockMax'), agreement.maxMinutes, (maxMinutes) => {
            onChange({ maxMinutes });
          })}
          <span>{t('agreement.minutesUnit')}</span>
        </>
      )}
    />
  );
}

/** The agreed time of day, or none. */
export function WindowFields({ agreement, onChange }: PartProps) {
  const { t } = useWords();
  const { window } = agreement;
  return (
    <SettingRow
      label={t('agreement.window')}
      detail={t('agreement.windowHelp')}
      control={({ labelledBy, describedBy }) => (
        <>
          {window ? (
            <>
              <TimeField
                label={t('agreement.windowFrom')}
                value={window.from}
                onChange={(from) => {
                  onChange({ window: { ...window, from } });
                }}
              />
              <span className={classes.dash}>{'–'}</span>
              <TimeField
                label={t('agreement.windowTo')}
                value={window.to}
                onChange={(to) => {
                  onChange({ window: { ...window, to } });
                }}
              />
            </>
          ) : null}
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={window !== null}
            onChange={(event) => {
              onChange({ window: event.currentTarget.checked ? USUAL_WINDOW : null });
            }}
          />
        </>
      )}
    />
  );
}

/** What each activity is for. */
export function PurposeFields({
  agreement,
  activities,
  onChange,
}: PartProps & { readonly activities: readonly LinkedInActivity[] }) {
  const { t } = useWords();
  return (
    <div className={classes.versions} role="group" aria-label={t('agreement.purposes')}>
      <h3>{t('agreement.purposes')}</h3>
      <p className={classes.detail}>{t('agreement.purposesHelp')}</p>
      <ul className={classes.columns}>
        {activities.map((activity) => (
          <li key={activity}>
            <span>{t(`activity.${activity}`)}</span>
            <Select
              className={classes.short ?? ''}
              aria-label={t(`activity.${activity}`)}
              allowDeselect={false}
              value={purposeOf(activity, agreement)}
              data={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
              onChange={(value) => {
                const purpose = PURPOSES.find((one) => one === value);
                if (purpose) {
                  onChange({ purposes: withPurpose(agreement.purposes, activity, purpose) });
                }
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** From when on the agreement holds, and when it is to be looked at again. */
function DateFields({ agreement, onChange }: PartProps) {
  const { t } = useWords();
  return (
    <div className={classes.bar}>
      <TextInput
        type="date"
        label={t('agreement.validFrom')}
        value={agreement.from}
        onChange={(event) => {
          onChange({ from: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={t('agreement.lookAgainOn')}
        description={t('agreement.lookAgainHelp')}
        value={agreement.lookAgainOn ?? ''}
        min={agreement.from}
        onChange={(event) => {
          const date = event.currentTarget.value;
          onChange({ lookAgainOn: date === '' ? null : date });
        }}
      />
    </div>
  );
}

function RoleField({ agreement, onChange }: PartProps) {
  const { t } = useWords();
  return (
    <SettingRow
      label={t('agreement.role')}
      detail={t('agreement.roleHelp')}
      control={({ labelledBy, describedBy }) => (
        <Select
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          allowDeselect={false}
          value={agreement.role}
          data={ROLES.map((role) => ({ value: role, label: t(`agreement.roles.${role}`) }))}
          onChange={(value) => {
            const role = ROLES.find((one) => one === value);
            if (role) onChange({ role });
          }}
        />
      )}
    />
  );
}

/** With whom, what for, and what else is welcome, in words of their own. */
function TextFields({ agreement, onChange }: PartProps) {
  const { t } = useWords();
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('agreement.agreedWith')}
        description={t('agreement.agreedWithHelp')}
        maxLength={200}
        value={agreement.agreedWith}
        onChange={(event) => {
          onChange({ agreedWith: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('agreement.goal')}
        description={t('agreement.goalHelp')}
        maxLength={600}
        rows={3}
        value={agreement.goal}
        onChange={(event) => {
          onChange({ goal: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('agreement.allowed')}
        description={t('agreement.allowedHelp')}
        maxLength={600}
        rows={3}
        value={agreement.allowed}
        onChange={(event) => {
          onChange({ allowed: event.currentTarget.value });
        }}
      />
    </div>
  );
}

/** Every term of an agreement. Nothing is saved here. */
export function AgreementForm({
  agreement,
  shieldJobs,
  onChange,
}: PartProps & { readonly shieldJobs: boolean }) {
  // What is shielded has no purpose to choose: it is private.
  const activities = LINKEDIN_ACTIVITIES.filter(
    (activity) =>
      activity !== 'private' &&
      !(shieldJobs && activity === 'jobs') &&
      isListed(activity, agreement),
  );
  return (
    <>
      <DateFields agreement={agreement} onChange={onChange} />
      <BlockFields agreement={agreement} onChange={onChange} />
      <WindowFields agreement={agreement} onChange={onChange} />
      <RoleField agreement={agreement} onChange={onChange} />
      <TextFields agreement={agreement} onChange={onChange} />
      <PurposeFields agreement={agreement} activities={activities} onChange={onChange} />
    </>
  );
}
