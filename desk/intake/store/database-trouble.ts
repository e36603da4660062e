import { Expected, type Said } from '../../say.ts';

/** What a database server that cannot be used says to the person who named it; the password is never shown. */
export class DatabaseTrouble extends Expected {
  override name = 'DatabaseTrouble';
}

/** @throws DatabaseTrouble for an address that no PostgreSQL can be at */
export function databaseAddress(text: string): URL {
  if (URL.canParse(text) && /^postgres(ql)?:/.test(text)) return new URL(text);
  const scheme = /^[\w+.-]+(?=:)/.exec(text)?.[0] ?? '';
  throw new DatabaseTrouble({
    ko: `DATABASE_URL이 PostgreSQL 주소가 아닙니다${scheme && ` (${scheme}:)`}. postgresql://사용자:비밀번호@호스트:5432/데이터베이스 형식으로 적고, 비밀번호의 @ : / # 같은 글자는 %40처럼 바꾸십시오.`,
    en: `DATABASE_URL is not the address of a PostgreSQL${scheme && ` (${scheme}:)`}. Write postgresql://user:password@host:5432/database, with characters such as @ : / # in the password as %40.`,
  });
}

interface Place {
  host: string;
  port: string;
  user: string;
  database: string;
}

const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];

/** By the code that the system or the server gave: what is wrong, and the mend. */
function words(code: string, message: string, { host, port, user, database }: Place): Said | null {
  if (UNREACHABLE.includes(code) || /timeout/i.test(message))
    return {
      ko: `연결할 수 없습니다 (${code || 'timeout'}). 서버가 켜져 있는지, 호스트(${host})와 포트(${port})가 맞는지, 방화벽이 막지 않는지 확인하십시오.`,
      en: `cannot be reached (${code || 'timeout'}). See that the server runs, that host (${host}) and port (${port}) are right, and that no firewall is between.`,
    };
  if (code === '28P01' || code === '28000' || /client password/.test(message))
    return {
      ko: `사용자 ${user}의 로그인을 받아 주지 않습니다. 사용자와 비밀번호, 서버의 pg_hba.conf를 확인하십시오.`,
      en: `does not let the user ${user} in. See that user and password are right, and what the server's pg_hba.conf says.`,
    };
  if (code === '3D000')
    return {
      ko: `데이터베이스 ${database}이(가) 없습니다. \`createdb -O ${user} ${database}\`로 만들거나 주소의 이름을 고치십시오.`,
      en: `has no database ${database}. Make it with \`createdb -O ${user} ${database}\`, or correct the name in the address.`,
    };
  if (code === '42501')
    return {
      ko: `사용자 ${user}에게 표를 만들 권한이 없습니다. \`alter database ${database} owner to ${user}\`로 권한을 주십시오.`,
      en: `does not let the user ${user} make tables. Give the right with \`alter database ${database} owner to ${user}\`.`,
    };
  if (code === '53300')
    return {
      ko: '연결이 다 찼습니다. 서버의 max_connections를 늘리거나 다른 연결을 닫으십시오.',
      en: 'has no connection left. Raise its max_connections, or close other connections.',
    };
  if (code === '57P03')
    return {
      ko: '아직 켜지는 중입니다. 잠시 뒤에 다시 실행하십시오.',
      en: 'is still starting. Try again in a moment.',
    };
  if (/SSL|certificate|self.signed/i.test(`${code} ${message}`))
    return {
      ko: `TLS로 연결하지 못했습니다 (${message}). 주소 끝의 sslmode와 서버의 인증서를 확인하십시오.`,
      en: `cannot be reached by TLS (${message}). See sslmode at the end of the address, and the server's certificate.`,
    };
  return null;
}

/** What a failure to open a server is called, with place and mend; other failures as they are. */
export function databaseTrouble(error: unknown, address: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const url = databaseAddress(address);
  const user = decodeURIComponent(url.username) || (process.env.PGUSER ?? process.env.USER ?? '');
  const place: Place = {
    host: url.hostname || url.searchParams.get('host') || 'localhost',
    port: url.port || '5432',
    user,
    database: decodeURIComponent(url.pathname.slice(1)) || user,
  };
  const said = words(code, message, place);
  if (!said) return error;
  const where = `${place.host}:${place.port}`;
  return new DatabaseTrouble({
    ko: `DATABASE_URL의 PostgreSQL(${where}): ${said.ko}`,
    en: `The PostgreSQL of DATABASE_URL (${where}) ${said.en}`,
  });
}
