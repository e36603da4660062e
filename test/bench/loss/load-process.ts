// Sends prepared inquiries as fast as a desk takes them: `node load-process.ts <json of LoadArguments>`. A line on
// standard input prepares a round ("ready" comes back), the next one sends it (its seconds come back).
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
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
const { host, hostname, port } = new URL(url);

/** A whole request as bytes: composing it is the sender's work, and shall not be taken from the desk's processors. */
async function prepare(): Promise<Buffer> {
  const files = fileBytes ? [new File([new Uint8Array(randomBytes(fileBytes))], '화면.png')] : [];
  const inquiry = await sampleInquiry({}, files);
  const asked = await fetch(`${url}${CHALLENGE_PATH}?inquiry=${inquiry.id}`);
  const challenge = asChallengeAnswer(await asked.json())?.challenge;
  const form = new Response(inquiryBody(inquiry, files));
  const body = Buffer.from(await form.arrayBuffer());
  const head = [
    `POST ${INTAKE_PATH} HTTP/1.1`,
    `Host: ${host}`,
    `${IDEMPOTENCY_HEADER}: "${inquiry.id}"`,
    `Content-Type: ${form.headers.get('Content-Type')}`,
    `Content-Length: ${body.length}`,
    `${PROOF_HEADER}: ${await proofOf(challenge!)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

/** One connection that stays open. Sends the next when the answer to the one before is here, until there are none. */
function sendAll(ready: Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    const next = () => {
      const request = ready.pop();
      answer = '';
      if (request) socket.write(request);
      else socket.end(resolve);
    };
    socket.setNoDelay().setEncoding('latin1').on('error', reject).on('connect', next);
    socket.on('data', (text) => {
      answer += text;
      const head = answer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
      if (!answer.startsWith('HTTP/1.1 201') || !length) reject(new Error(`the desk answered ${answer}`));
      else if (answer.length >= head + 4 + Number(length)) next();
    });
  });
}

let ready: Buffer[] = [];
for await (const _ of createInterface({ input: process.stdin })) {
  if (ready.length === 0) {
    while (ready.length < count) ready.push(await prepare());
    console.log('ready');
    continue;
  }
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, () => sendAll(ready)));
  ready = [];
  console.log((performance.now() - started) / 1000);
}
