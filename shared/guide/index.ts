export * from './advance.ts';
export * from './labelled.ts';
export * from './receipt.ts';
export * from './receipt-text.ts';
export * from './reverse.ts';
export * from './risk.ts';
export { isRisky } from './seen.ts';
export * from './step.ts';
export * from './walkthrough.ts';
