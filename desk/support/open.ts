import { Hono } from 'hono';
import type { Store } from '../intake/index.ts';
import { supportRoutes } from './desk-routes.ts';
import type { HasAnswer } from './insights.ts';
import { solvedRoutes } from './solved-routes.ts';
import { deskPage } from './web/desk-page.tsx';
import type { House } from './web/house.tsx';
import { myPage } from './web/my-page.tsx';

export interface SupportParts {
  store: Store;
  /** Whose desk it is. */
  house: House;
  dataDir: string;
  /** What support signs in with. */
  token: string;
  /** Lets support's page be reached from other machines. */
  remote: boolean;
  /** Address of this desk as people reach it. */
  url: string;
  /** Whether the desk can send e-mail. */
  canSend: boolean;
  trustProxy: boolean;
  allowedOrigins: string[];
  hasAnswer: HasAnswer;
  /** Title of a published article; null where there is none of that id. */
  titleOf(article: string): string | null;
  /** Something was put on its way. */
  sent(): void;
  now?: () => Date;
}

/** Everything that happens to an inquiry after it came in, for support and for whoever asked. */
export function supportApp(parts: SupportParts): Hono {
  const { store, dataDir, titleOf, sent } = parts;
  return new Hono()
    .route('/', supportRoutes(store.database, dataDir, sent))
    .route('/', deskPage({ ...parts, titleOf: (article) => titleOf(article) ?? article }))
    .route('/', myPage(parts))
    .route(
      '/',
      solvedRoutes({ ...parts, sql: store.database, isPublished: (article) => titleOf(article) !== null }),
    );
}
