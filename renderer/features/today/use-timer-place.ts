import { useState } from 'react';
import { valueOf } from '../../store/remote.ts';
import { type TimerPlace, timerPlace } from '../../store/timer-place.ts';
import { useApp } from '../../store/use-app.ts';

/** Where the timer by hand stands now; null until anything is known of the tracker. */
export function useTimerPlace(): TimerPlace | null {
  const [before, setBefore] = useState<TimerPlace | null>(null);
  const place = useApp(({ tracker }) => {
    const status = valueOf(tracker);
    return status ? timerPlace(before, status) : before;
  });
  if (place !== before) setBefore(place);
  return place;
}
