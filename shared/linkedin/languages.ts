import type { Language } from './tables.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import more from './words/more.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };

/**
 * Every file of `words/`. A language is added by adding its file and a line here; where two name
 * the same words, the one that stands higher is told as the one that decided.
 */
export const LANGUAGES: readonly Language[] = [
  { id: 'en', ...en },
  { id: 'nl', ...nl },
  { id: 'de', ...de },
  { id: 'fr', ...fr },
  { id: 'es', ...es },
  { id: 'it', ...it },
  { id: 'pt', ...pt },
  { id: 'more', ...more },
];
