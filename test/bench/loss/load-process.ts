// Sends prepared inquiries as fast as a desk takes them: `node load-process.ts <json of LoadArguments>`; a line on
// standard input starts a round, its seconds come back.
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import {
  asChallengeAnswer,
  CHALLENGE_PATH,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  inquiryBody,
  PROOF_HEADER,
  proofOf,
} from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../../unit/inquiry/samples.ts';

export interface LoadArguments {
  url: string;
  /** Inquiries of one round, how many are on their way at once, and bytes of the file of each; 0 for none. */
  count: number;
  atOnce: number;
  fileBytes: number;
}
const { url, count, atOnce, fileBytes } = JSON.parse(process.argv[2]!) as LoadArguments;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

interface Prepared {
  headers: Record<string, string>;
  body: Buffer;
}

async function prepare(): Promise<Prepared> {
  const files = fileBytes ? [new File([new Uint8Array(randomBytes(fileBytes))], '화면.png')] : [];
  const inquiry = await sampleInquiry({}, files);
  const asked = await fetch(`${url}${CHALLENGE_PATH}?inquiry=${inquiry.id}`);
  const challenge = asChallengeAnswer(await asked.json())?.challenge;
  const form = new Response(inquiryBody(inquiry, files));
  const body = Buffer.from(await form.arrayBuffer());
  return {
    body,
    headers: {
      ...{ [IDEMPOTENCY_HEADER]: inquiry.id, 'Content-Type': form.headers.get('Content-Type')! },
      ...{ 'Content-Length': String(body.length), [PROOF_HEADER]: (await proofOf(challenge!))! },
    },
  };
}

function post({ headers, body }: Prepared): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url + INTAKE_PATH, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`the desk answered ${answer.statusCode}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

for await (const _ of createInterface({ input: process.stdin })) {
  const ready: Prepared[] = [];
  for (let nth = 0; nth < count; nth++) ready.push(await prepare());
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = ready.pop(); next; next = ready.pop()) await post(next);
    }),
  );
  console.log((performance.now() - started) / 1000);
}
agent.destroy();
