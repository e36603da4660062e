import { isIP } from 'node:net';

/** What is wrong with a typed value, as the console says it, or null when it is fine. */
export type Problem = string | null;

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= 253 &&
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    !/^\d+$/.test(labels.at(-1)!)
  );
}

function isMail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at <= 64 && /^[\w.+-]+$/.test(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

/** One address or a range in CIDR notation, IPv4 or IPv6. */
export function ipProblem(text: string): Problem {
  if (!text) return 'IP 주소를 입력해 주세요.';
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const bitsFit =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  if (version && bitsFit && !rest.length) return null;
  return 'IP 주소 형식이 올바르지 않습니다. 예) 203.0.113.10 또는 203.0.113.0/24';
}

export function mailProblem(text: string): Problem {
  if (!text) return '메일 주소를 입력해 주세요.';
  return isMail(text) ? null : '메일 주소 형식이 올바르지 않습니다. 예) name@example.com';
}

export function mailOrDomainProblem(text: string): Problem {
  if (!text) return '메일 주소 또는 도메인을 입력해 주세요.';
  if (isMail(text) || isDomain(text)) return null;
  return '메일 주소 또는 도메인 형식이 올바르지 않습니다. 예) name@example.com 또는 example.com';
}
