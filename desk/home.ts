import path from 'node:path';

/** Where the desk keeps what it makes and what it must not lose; never part of the repository. */
export const home = (): string => path.resolve(process.env.GILJABI_HOME ?? '.giljabi');

export const places = () => ({
  keys: path.join(home(), 'keys'),
  bundle: path.join(home(), 'bundle'),
  lounge: path.join(home(), 'lounge'),
  widget: path.join(home(), 'widget'),
  store: path.join(home(), 'store'),
  config: path.join(home(), 'desk.yaml'),
});
