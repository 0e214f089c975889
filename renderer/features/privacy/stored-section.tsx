import { useId } from '@mantine/hooks';
import { isoDateAt } from '../../../shared/domain/zone.ts';
import type { PrivacyView, StoredTable } from '../../../shared/ipc/privacy.ts';
import { localZone } from '../../../shared/local-zone.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import classes from './privacy-page.module.css';

const FIELDS = [
  'started_at',
  'ended_at',
  'activity',
  'zone',
  'relabelled',
  'manual',
  'at',
  'kind',
  'spans',
  'from_activity',
  'to_activity',
  'start_at',
  'end_at',
] as const;

/** Columns that hold moments, in milliseconds since 1970. */
const MOMENTS: readonly string[] = [
  'started_at',
  'ended_at',
  'at',
  'start_at',
  'end_at',
  'updated_at',
];

/** A moment as a person reads it; nothing for what is none. */
function momentText({ format }: Words, cell: string): string {
  const atMs = Number(cell);
  if (cell === 'null' || !Number.isSafeInteger(atMs)) return '';
  const zone = localZone();
  return `${format.dateShort(isoDateAt(zone, atMs))}, ${format.time(atMs, zone)}`;
}

function TableView({ table }: { readonly table: StoredTable }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <p>{t('privacy.stored.summary', { count: table.count, table: table.name })}</p>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={table.name}>
        <table className={classes.table}>
          <thead>
            <tr>
              {table.columns.map((column) => {
                const field = FIELDS.find((one) => one === column);
                return (
                  <th key={column} scope="col">
                    <span className={classes.mono}>{column}</span>
                    <small>{field ? t(`privacy.stored.field.${field}`) : null}</small>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) => (
                  <td key={table.columns[index]} className={classes.mono}>
                    {cell}
                    {MOMENTS.includes(table.columns[index] ?? '') ? (
                      <small className={classes.readable}>{momentText(words, cell)}</small>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Every table of the database with its newest rows, as they lie in the file. */
export function StoredSection({ tables }: Pick<PrivacyView, 'tables'>) {
  const { t } = useWords();
  const id = useId();
  const empty = tables.filter(({ rows }) => rows.length === 0);
  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('privacy.stored.title')}</h2>
      {tables.length === 0 ? <p>{t('privacy.stored.none')}</p> : null}
      {tables.map((table) =>
        table.rows.length === 0 ? null : <TableView key={table.name} table={table} />,
      )}
      {empty.length === 0 ? null : (
        <p>
          {t('privacy.stored.empty', {
            count: empty.length,
            tables: empty.map(({ name }) => `“${name}”`).join(', '),
          })}
        </p>
      )}
      <p className={classes.small}>{t('privacy.stored.settings')}</p>
    </section>
  );
}
