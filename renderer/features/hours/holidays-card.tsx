import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { HolidaySetting, Settings } from '../../../shared/settings/settings.ts';
import type { HolidayView } from '../../../shared/ipc/views.ts';
import { Select } from '../../components/select.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';

function HolidayList({
  title,
  holidays,
  setting,
  onChange,
}: {
  readonly title: string;
  readonly holidays: readonly HolidayView[];
  readonly setting: HolidaySetting;
  onChange(setting: HolidaySetting): void;
}) {
  const { format } = useWords();
  if (holidays.length === 0) return null;
  return (
    <section className={classes.versions} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {holidays.map(({ key, name, date, everybody }) => {
          const id = `holiday-${key.replaceAll(/\W+/g, '-')}`;
          const list = everybody ? 'without' : 'with';
          const isListed = setting[list].includes(key);
          return (
            <li key={key}>
              <label htmlFor={id}>
                {name}
                <em>{`${format.weekdayShort(date)} ${format.dateShort(date)}`}</em>
              </label>
              <Switch
                id={id}
                checked={isListed !== everybody}
                onChange={(event) => {
                  const others = setting[list].filter((one) => one !== key);
                  const isListedNow = event.currentTarget.checked !== everybody;
                  onChange({ ...setting, [list]: isListedNow ? [...others, key] : others });
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function choicesOf(places: readonly { readonly code: string; readonly name: string }[]) {
  return places.map(({ code, name }) => ({ value: code, label: name }));
}

/** What is chosen again stays chosen: a button of its own clears a field. */
const CLEARED_BY_HAND = { clearable: true, allowDeselect: false } as const;

/** What a country begins with. */
const ALL_PUBLIC = { region: null, part: null, without: [], with: [] };

/** The country of the system, by its locale; undefined where that names none. */
function countryOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
}

/** Takes the holidays of the system's own country, where none is chosen yet. */
function OwnCountry({ onChoose }: { onChoose(country: string): void }) {
  const { t } = useWords();
  const locale = useApp((state) => valueOf(state.info)?.locale ?? '');
  const own = useApp((state) =>
    state.holidayCountries.find(({ code }) => code === countryOf(locale)),
  );
  if (!own) return null;
  return (
    <div className={classes.bar}>
      <Button
        variant="default"
        onClick={() => {
          onChoose(own.code);
        }}
      >
        {t('hours.ownCountry', { country: own.name })}
      </Button>
    </div>
  );
}

/** The year whose dates are shown: this one, or the next. */
function YearField({
  thisYear,
  year,
  onChange,
}: {
  readonly thisYear: number;
  readonly year: number;
  onChange(year: number): void;
}) {
  const { t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('hours.year')}
      value={String(year)}
      data={[thisYear, thisYear + 1].map(String)}
      onChange={(next) => {
        onChange(Number(next));
      }}
    />
  );
}

/** The country, and as far as its holidays differ within it, the region and the part of that. */
function WhereFields({
  holidays,
  onChange,
}: {
  readonly holidays: Settings['holidays'];
  onChange(holidays: Settings['holidays']): void;
}) {
  const { t } = useWords();
  const countries = useApp((state) => state.holidayCountries);
  const region = holidays?.region ?? null;
  const regions = countries.find(({ code }) => code === holidays?.country)?.regions ?? [];
  const parts = regions.find(({ code }) => code === region)?.parts ?? [];
  return (
    <>
      <div className={classes.bar}>
        <Select
          label={t('hours.country')}
          placeholder={t('hours.countryNone')}
          searchable
          {...CLEARED_BY_HAND}
          nothingFoundMessage={t('hours.countryUnknown')}
          value={holidays?.country ?? null}
          data={choicesOf(countries)}
          onChange={(code) => {
            onChange(code === null ? null : { ...ALL_PUBLIC, country: code });
          }}
        />
        {regions.length > 0 && holidays ? (
          <Select
            label={t('hours.region')}
            placeholder={t('hours.regionNone')}
            {...CLEARED_BY_HAND}
            value={region}
            data={choicesOf(regions)}
            onChange={(code) => {
              onChange({ ...holidays, region: code, part: null });
            }}
          />
        ) : null}
        {parts.length > 0 && holidays ? (
          <Select
            label={t('hours.part')}
            placeholder={t('hours.partNone')}
            {...CLEARED_BY_HAND}
            value={holidays.part}
            data={choicesOf(parts)}
            onChange={(code) => {
              onChange({ ...holidays, part: code });
            }}
          />
        ) : null}
      </div>
      {regions.length > 0 && region === null && holidays ? (
        <p className="muted">{t('hours.regionHint')}</p>
      ) : null}
    </>
  );
}

/** The holidays of a year where the user works; they and the countries are asked for anew in another language. */
function useHolidays(holidays: Settings['holidays'], year: number): readonly HolidayView[] {
  const list = useApp((state) => state.holidays);
  const loadCountries = useApp((state) => state.loadHolidayCountries);
  const loadHolidays = useApp((state) => state.loadHolidays);
  const language = useApp((state) =>
    state.info.status === 'ready' ? state.info.value.language : '',
  );
  const country = holidays?.country;
  const region = holidays?.region ?? null;
  const part = holidays?.part ?? null;
  useEffect(() => {
    void loadCountries();
  }, [loadCountries, language]);
  useEffect(() => {
    if (country !== undefined) void loadHolidays({ country, region, part }, year);
  }, [loadHolidays, country, region, part, year, language]);
  return list;
}

/** The holidays of a country: all public ones are on until the user switches one off, every year. */
export function HolidaysCard({
  holidays,
  today,
  onChange,
}: {
  readonly holidays: Settings['holidays'];
  readonly today: string;
  onChange(holidays: Settings['holidays']): void;
}) {
  const { t } = useWords();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const list = useHolidays(holidays, year);
  return (
    <SettingGroup title={t('hours.holidays')} detail={t('hours.holidaysHelp')}>
      <WhereFields holidays={holidays} onChange={onChange} />
      {holidays ? null : (
        <OwnCountry
          onChoose={(country) => {
            onChange({ ...ALL_PUBLIC, country });
          }}
        />
      )}
      {holidays ? <YearField thisYear={thisYear} year={year} onChange={setYear} /> : null}
      {holidays ? (
        <div className={classes.columns}>
          <HolidayList
            title={t('hours.everybody', { year })}
            holidays={list.filter(({ everybody }) => everybody)}
            setting={holidays}
            onChange={onChange}
          />
          <HolidayList
            title={t('hours.some')}
            holidays={list.filter(({ everybody }) => !everybody)}
            setting={holidays}
            onChange={onChange}
          />
        </div>
      ) : null}
    </SettingGroup>
  );
}
