import fc from 'fast-check';

/**
 * Generated cases are the same in every run, so that a change is judged by what it changes. To look further:
 * `SEED=$RANDOM npm run unit`; what is found then becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) });
