import { type EventTable, type SegmentList, createSegmentList } from './columns.ts';
import { PRESENT } from './read-events.ts';
import { FLOODED_MS, type Stage, collect, mergeOverlapping, only } from './stages.ts';
import type { Track } from './tracks.ts';

/**
 * Gives a short gap to the longer of the two around it, as `flood` of aw-core does. Where the watcher did not run for
 * longer, nothing tells of presence.
 */
function flood(next: Stage): Stage {
  const held = { pending: false, startMs: 0, endMs: -Infinity, code: 0 };

  function flush(): void {
    if (held.pending) next.add(held.startMs, held.endMs, held.code);
  }
  return {
    add(startMs, endMs, code) {
      let fromMs = startMs;
      const gapMs = startMs - held.endMs;
      if (gapMs > 0 && gapMs <= FLOODED_MS) {
        if (held.endMs - held.startMs >= endMs - startMs) held.endMs = startMs;
        else fromMs = held.endMs;
      }
      flush();
      held.pending = true;
      held.startMs = fromMs;
      held.endMs = endMs;
      held.code = code;
    },
    end() {
      flush();
      next.end();
    },
  };
}

/**
 * When the user was at a computer, by its AFK watcher: what its `not-afk` events cover, as in ActivityWatch's own
 * queries, however long they are. What none of its events covers is not presence.
 */
export function presenceOf(table: EventTable, afk: Track): SegmentList {
  const list = createSegmentList();
  const stage = flood(only(mergeOverlapping(collect(list)), (code) => code === PRESENT));
  for (let at = 0; at < afk.length; at += 1) {
    const index = afk.at(at);
    const startMs = table.startMs(index);
    stage.add(startMs, startMs + table.lengthMs(index), table.code(index));
  }
  stage.end();
  return list;
}
