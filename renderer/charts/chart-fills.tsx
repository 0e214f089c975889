import { LINKEDIN_ACTIVITIES } from '../../shared/domain/activity.ts';
import { activityColour, COLOURS, type Texture, TEXTURES } from './chart-theme.ts';

/** Side of the tile that a texture repeats, in pixels. */
const SIDE = 6;

/** The lines or dots of a texture, in the colour of the panel over the colour of the activity. */
const STROKES: Readonly<Record<Exclude<Texture, 'plain' | 'dots'>, string>> = {
  diagonal: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  counter: 'M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2',
  bars: 'M3,0 v6',
  rows: 'M0,3 h6',
  cross: 'M3,0 v6 M0,3 h6',
};

function TextureMarks({ texture }: { readonly texture: Texture }) {
  if (texture === 'plain') return null;
  if (texture === 'dots')
    return <circle cx={3} cy={3} r={1.1} fill={COLOURS.panel} opacity={0.6} />;
  return <path d={STROKES[texture]} stroke={COLOURS.panel} strokeWidth={1} opacity={0.4} />;
}

function Tile({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  return (
    <pattern id={id} width={SIDE} height={SIDE} patternUnits="userSpaceOnUse">
      {children}
    </pattern>
  );
}

/** The fills that charts refer to by name; once in the page. */
export function ChartFills() {
  return (
    <svg className="chart-fills" width={0} height={0} aria-hidden="true" focusable="false">
      <defs>
        {LINKEDIN_ACTIVITIES.map((activity) => (
          <Tile key={activity} id={`fill-${activity}`}>
            <rect width={SIDE} height={SIDE} fill={activityColour(activity)} />
            <TextureMarks texture={TEXTURES[activity]} />
          </Tile>
        ))}
        <Tile id="fill-outside">
          <rect width={SIDE} height={SIDE} fill={COLOURS.panel} />
          <path d={STROKES.counter} stroke={COLOURS.axis} strokeWidth={1.4} />
        </Tile>
        <Tile id="fill-share">
          <rect width={SIDE} height={SIDE} fill={COLOURS.bandEdge} />
          <path d={STROKES.diagonal} stroke={COLOURS.panel} strokeWidth={1.6} opacity={0.75} />
        </Tile>
        <Tile id="fill-not-measured">
          <path d={STROKES.diagonal} stroke={COLOURS.axis} strokeWidth={0.8} opacity={0.6} />
        </Tile>
      </defs>
    </svg>
  );
}
