export * from './step.ts';
