export * from './step.ts';
export * from './walkthrough.ts';
