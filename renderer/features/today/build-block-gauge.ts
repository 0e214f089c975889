import type { Place } from '../../../shared/domain/figures.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { blockText, durationText, type Words } from '../../i18n/words.ts';
import { NO_FIGURE, wholeMinutes } from '../../i18n/format.ts';

/** How a day stands to the block; `day-off` and `none` are days without one. */
export type BlockStanding = Exclude<Place, 'to-come'> | 'day-off' | 'none' | 'not-begun';

/** All that the block ring draws and says. */
export interface BlockGauge {
  readonly countedMinutes: number;
  /** The counted minutes as written; a dash where nothing was measured, which is not zero. */
  readonly number: string;
  /** The agreed minutes; null on a day without a block. */
  readonly band: readonly [min: number, max: number] | null;
  /** Minutes at the end of the ring. */
  readonly scaleMinutes: number;
  readonly standing: BlockStanding;
  /** The standing in neutral words. */
  readonly words: string;
  /** What stands below the number. */
  readonly of: string;
  /** Counted time inside the fixed window, in words; null without a window. */
  readonly inWindow: string | null;
  readonly summary: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** The ring without a block, in minutes. */
const PLAIN_SCALE = 60;

function standingOf({ figures, working, nowMs }: DayView): BlockStanding {
  const { workingDay, agreement, place } = figures;
  if (!workingDay) return 'day-off';
  if (!agreement) return 'none';
  if (place === 'to-come' || working.every(({ startMs }) => startMs > nowMs)) return 'not-begun';
  return place ?? 'none';
}

/**
 * The end of the ring: half as much again as the block, so that the band lies inside the ring, or
 * the next whole quarter of an hour above what was counted.
 */
function scaleOf(countedMinutes: number, maxMinutes: number | undefined): number {
  const agreed = maxMinutes === undefined ? PLAIN_SCALE : Math.max(10, maxMinutes * 1.5);
  return countedMinutes <= agreed ? agreed : Math.ceil((countedMinutes + 1) / 15) * 15;
}

/** Shapes the counted time of a day next to its block. */
export function buildBlockGauge(view: DayView, words: Words): BlockGauge {
  const { t, format } = words;
  const { figures, day, nowMs } = view;
  const standing = standingOf(view);
  const agreement = standing === 'day-off' ? null : figures.agreement;
  const countedMinutes = wholeMinutes(figures.countedMs);
  const range = agreement ? blockText(words, agreement.minMinutes, agreement.maxMinutes) : '';
  const minutes = durationText(words, countedMinutes);
  const inWindow =
    figures.inWindowMs === null ? null : durationText(words, wholeMinutes(figures.inWindowMs));
  const hasNumber = standing !== 'no-data' && standing !== 'day-off';
  const without = standing === 'day-off' ? t('place.day-off') : t('day.block.noAgreement');
  return {
    countedMinutes,
    number: hasNumber ? format.number(countedMinutes) : NO_FIGURE,
    band: agreement ? [agreement.minMinutes, agreement.maxMinutes] : null,
    scaleMinutes: scaleOf(countedMinutes, agreement?.maxMinutes),
    standing,
    words:
      standing === 'no-data' && nowMs >= day.endMs
        ? t('place.no-data')
        : t(`day.block.place.${standing}`),
    of: agreement ? t('day.block.of', { range }) : without,
    inWindow: inWindow === null ? null : t('day.block.window', { minutes: inWindow }),
    summary: t(`day.block.summary.${standing}`, { minutes, range }),
    rows: [
      { label: t('day.block.counted'), value: hasNumber ? minutes : NO_FIGURE },
      { label: t('day.block.agreed'), value: agreement ? range : without },
      ...(inWindow === null ? [] : [{ label: t('day.block.inWindow'), value: inWindow }]),
    ],
  };
}
