import { Logo } from '../../../shared/ui/logo.tsx';
import type { Brand } from '../state/brand.ts';

/** The publisher's logo, else our mark in its colour. It stands beside a name and says nothing itself. */
export function HouseMark({ brand, size }: { brand: Brand | null | undefined; size: number }) {
  const logo = brand?.logo;
  if (!logo) return <Logo size={size} />;
  return <img class="gp-logo" src={`data:${logo.type};base64,${logo.data}`} alt="" height={size} />;
}
