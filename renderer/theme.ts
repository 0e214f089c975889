import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Select,
} from '@mantine/core';
import { LINKEDIN_ACTIVITIES } from '../shared/domain/activity.ts';
import { type Palette, PALETTES } from './palette.ts';

/** The system's own face where it has a name, so that the window looks like the others around it. */
const FONT_FAMILY = [
  '-apple-system',
  "'Segoe UI Variable Text'",
  "'Segoe UI'",
  "'Adwaita Sans'",
  'Cantarell',
  'Ubuntu',
  "'Noto Sans'",
  "'Liberation Sans'",
  'system-ui',
  'sans-serif',
].join(', ');

/** Shades 0 to 9 of the accent; 7 is the light scheme's, 3 the dark scheme's. */
const ACCENT: MantineColorsTuple = [
  '#eef7f5',
  '#d9ece9',
  '#aedad4',
  '#67cabe',
  '#4fb0a6',
  '#33968c',
  '#1d7e75',
  '#0f6b63',
  '#0b5650',
  '#07423d',
];

/** Mantine's own greys, in the warmth of the palette. */
const GRAY: MantineColorsTuple = [
  '#f9f8f5',
  '#f3f1ec',
  '#e9e5dd',
  '#dcd7cd',
  '#c8c2b6',
  '#a9a398',
  '#8b8579',
  '#5f635f',
  '#3c3f42',
  '#1d2126',
];
const DARK: MantineColorsTuple = [
  '#eceae6',
  '#c9ccd0',
  '#a5abb2',
  '#7b828b',
  '#454b53',
  '#2f343a',
  '#272b30',
  '#1c1f23',
  '#15171a',
  '#101214',
];

/** Surfaces and text of Mantine's own components, taken from the palette. */
function mantineVariables(palette: Palette): Record<string, string> {
  return {
    '--mantine-color-body': palette.body,
    '--mantine-color-text': palette.ink,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-placeholder': palette.muted,
    '--mantine-color-default': palette.panel,
    '--mantine-color-default-hover': palette.shade,
    '--mantine-color-default-color': palette.ink,
    '--mantine-color-default-border': palette.edge,
    '--mantine-color-anchor': palette.accent,
    '--mantine-primary-color-filled': palette.accent,
    '--mantine-primary-color-contrast': palette.onAccent,
    '--mantine-color-error': palette.ink,
    '--mantine-color-disabled': palette.panel,
    '--mantine-color-disabled-color': palette.axis,
    '--mantine-color-disabled-border': palette.line,
  };
}

function ownVariables(palette: Palette): Record<string, string> {
  const { activities, ...surfaces } = palette;
  return {
    ...Object.fromEntries(
      Object.entries(surfaces).map(([name, value]) => [`--sweet-${name.toLowerCase()}`, value]),
    ),
    ...Object.fromEntries(
      LINKEDIN_ACTIVITIES.map((activity) => [`--activity-${activity}`, activities[activity]]),
    ),
  };
}

/** Turns the palette into CSS variables, the only way in which colours reach the page. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...ownVariables(PALETTES.light), ...mantineVariables(PALETTES.light) },
  dark: { ...ownVariables(PALETTES.dark), ...mantineVariables(PALETTES.dark) },
});

/** Paper is white to its edges whatever the window is: the light colours, over those of any scheme. */
export const PRINT_COLOURS = `@media print{:root[data-mantine-color-scheme][data-mantine-color-scheme]{color-scheme:light;${Object.entries(
  { ...ownVariables(PALETTES.light), ...mantineVariables(PALETTES.light) },
)
  .map(([name, value]) => `${name}:${value}`)
  .join(';')}}}`;

/**
 * Where the user's system gives the colours, all but the activities' own are made of them: what is drawn is
 * not turned by the browser as text and boxes are. The activities keep their textures, and get edges.
 */
const FORCED: Readonly<Record<string, string>> = {
  body: 'Canvas',
  panel: 'Canvas',
  shade: 'color-mix(in srgb, CanvasText 16%, Canvas)',
  line: 'color-mix(in srgb, CanvasText 32%, Canvas)',
  edge: 'CanvasText',
  axis: 'CanvasText',
  ink: 'CanvasText',
  muted: 'CanvasText',
  accent: 'Highlight',
  onaccent: 'HighlightText',
  band: 'color-mix(in srgb, Highlight 25%, Canvas)',
  bandsoft: 'color-mix(in srgb, Highlight 45%, Canvas)',
  bandedge: 'Highlight',
};

/** The system's own colours over those of any scheme, where it asks for them. */
export const FORCED_COLOURS = `@media (forced-colors:active){:root[data-mantine-color-scheme][data-mantine-color-scheme]{${Object.entries(
  FORCED,
)
  .map(([name, value]) => `--sweet-${name}:${value}`)
  .join(';')}}}`;

/** Type scale, spacing and component defaults. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  colors: { accent: ACCENT, gray: GRAY, dark: DARK },
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  headings: {
    fontFamily: FONT_FAMILY,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '0.5rem', lg: '0.875rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      // The accent is light in the dark scheme; the library's own reckoning knows one scheme only.
      vars: (_theme, { variant }) => ({
        root:
          variant === undefined || variant === 'filled'
            ? { '--button-color': 'var(--sweet-onaccent)' }
            : {},
      }),
    }),
    Menu: Menu.extend({
      defaultProps: {
        // Within the page, where readers of the screen look for what a page has; beside it, it is in no part of the window.
        portalProps: { target: '#page' },
        // The focus goes to the first item. What the library puts before it is nothing that a menu may have.
        withInitialFocusPlaceholder: false,
        // One that is longer than the room there is scrolls.
        middlewares: { flip: true, shift: true, size: { padding: 8 } },
        styles: { dropdown: { overflowY: 'auto' } },
      },
    }),
    Select: Select.extend({
      defaultProps: {
        // The list scrolls, not a box around it, which nobody could reach by keyboard.
        withScrollArea: false,
        styles: { options: { maxHeight: '15rem', overflowY: 'auto' } },
      },
    }),
  },
});
