import { film } from './film.ts';
import * as scenes from './scenes.ts';
import { keeper, openStudio } from './studio.ts';

/**
 * Pictures of every surface in Korean and English, light and dark, from the real extension and the real desk:
 * `npm run shots`. `-- --film` makes the animation of the README instead; `-- hiworks lounge` only these scenes.
 */
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const all = {
  hiworks: scenes.hiworks,
  terrace: scenes.terrace,
  lounge: scenes.lounge,
  inquiry: scenes.inquiry,
  settings: scenes.settings,
};
const studio = await openStudio();
try {
  if (process.argv.includes('--film')) await film(studio);
  else {
    const take = await keeper();
    for (const lang of ['ko', 'en'] as const) {
      const launched = await studio.open(lang);
      for (const [name, scene] of Object.entries(all))
        if (named.length === 0 || named.includes(name))
          await scene({ studio, launched, lang, take }).catch((error: unknown) => {
            // The others are still worth having.
            console.error(`✗ ${name} (${lang}):`, error);
            process.exitCode = 1;
          });
      await launched.close();
    }
  }
} finally {
  await studio.close();
}
