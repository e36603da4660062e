import type { Text } from '../ko/index.ts';
import { plural } from './plural.ts';

export const errors: Text['errors'] = {
  unknown: 'Something went wrong. Please try again.',
  offline: 'There is no internet connection.',
  unreachable: 'The support server could not be reached. Please try again later.',
  bundleBroken: 'The signature of the documents could not be verified, so they are not shown.',
  bundleUnreachable: 'The documents could not be loaded.',
  articleBroken: 'This document could not be loaded.',
  storage:
    'This browser has no space or does not allow storing. What you write may be lost when you close the window.',
  busy: 'The support server is busy. It is tried again in a while.',
  receipt: 'The server could not prove that it has your inquiry. Sending it again does not double it.',
  files: 'An attachment could not be read.',
  field: {
    required: (label) => `Please fill in: ${label}.`,
    email: 'Please check the e-mail address, for example hong@company.co.kr',
    phone: 'Please check the phone number, for example +82 2-1234-5678',
    tooLong: (label, max) => `${label}: ${max} characters at most.`,
    consent: 'Without your consent we cannot take the inquiry in.',
    fileCount: (max) => `At most ${plural(max, 'file')} can be attached.`,
    fileSize: (name, max) => `${name} was not attached: it is larger than ${max}.`,
    fileTotal: (max) => `Attachments may have ${max} together.`,
    fileType: (name) => `${name} was not attached: this type is not accepted.`,
    characters: (label) => `${label} holds characters that cannot be used.`,
    consentChanged: 'The notice has changed. Please read it and agree again.',
    fileName: (name) => `${name} was not attached because of its name. Please rename it.`,
  },
};
