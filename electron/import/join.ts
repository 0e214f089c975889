import { type SegmentList, createSegmentList } from './columns.ts';
import { isLinkedInCode } from './meaning.ts';
import { type Stage, collect, firstWins, mergeNeighbours, only, without } from './stages.ts';
import { sortIndexes } from './tracks.ts';

/** Sends what several devices saw through a stage, by time. */
function runAll(lists: readonly SegmentList[], stage: Stage): void {
  const all = createSegmentList();
  for (const list of lists) {
    for (let index = 0; index < list.size; index += 1) {
      all.add(list.startMs(index), list.endMs(index), list.code(index));
    }
  }
  const order = Uint32Array.from({ length: all.size }, (_, index) => index);
  for (const index of sortIndexes(order, (a, b) => all.startMs(a) - all.startMs(b) || a - b)) {
    stage.add(all.startMs(index), all.endMs(index), all.code(index));
  }
  stage.end();
}

/** The LinkedIn time of several devices; where two have some at once, the stretch that started first counts. */
export function linkedInOf(lists: readonly SegmentList[]): SegmentList {
  const found = createSegmentList();
  runAll(lists, only(firstWins(mergeNeighbours(collect(found))), isLinkedInCode));
  return found;
}

/**
 * Joins what several devices bring in. LinkedIn on one of them is not taken away by what another shows beside it; of
 * two that show the same kind at once, the stretch that started first counts.
 */
export function joinDevices(lists: readonly SegmentList[]): SegmentList {
  const [single] = lists;
  if (single && lists.length === 1) return single;
  const linkedIn = linkedInOf(lists);
  const elsewhere = createSegmentList();
  const rest = without(firstWins(collect(elsewhere)), linkedIn);
  runAll(
    lists,
    only(rest, (code) => !isLinkedInCode(code)),
  );
  const joined = createSegmentList();
  runAll([linkedIn, elsewhere], mergeNeighbours(collect(joined)));
  return joined;
}

/** What a list has in time in which another one has no LinkedIn. */
export function timeBeside(list: SegmentList, other: SegmentList): SegmentList {
  const free = createSegmentList();
  if (list.size > 0) runAll([list], without(collect(free), linkedInOf([other])));
  return free;
}
