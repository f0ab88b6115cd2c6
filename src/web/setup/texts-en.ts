import type { SetupTexts } from './setup-texts.ts';

export const en: SetupTexts = {
  title: 'Set up Hiyari',
  closed:
    'This page opens with the address that the server printed in its terminal. The address works once; start the server again for a new one.',
  intro:
    'Hiyari has no credentials yet. In two steps GitHub creates the App for you, and its credentials are kept in the file .env on this machine. Nobody else is asked.',
  publicUrl: 'Address at which GitHub reaches this server',
  publicUrlHelp:
    'GitHub sends webhooks there, so it must be reachable from GitHub: your reverse proxy or your tunnel, e.g. https://hiyari.example.com. Without such an address Hiyari hears of nothing.',
  organization: 'Organisation that shall own the App (leave empty for your own account)',
  organizationHelp: 'Its login, as in the address of its page.',
  next: 'Next',
  badPublicUrl: 'That is not an address. It starts with https:// (or http://), e.g. https://hiyari.example.com',
  unreachableUrl:
    'GitHub cannot reach that address: it means this machine itself. Give the address of your proxy or tunnel.',
  badOrganization: 'That is not the login of an organisation: letters, digits and hyphens only.',
  review: 'Create the App at GitHub',
  reviewHelp: 'GitHub shows a page on which you can change the name, which must be unique at GitHub, and confirm.',
  hookGoesTo: 'Webhooks go to',
  permissions: 'The App asks for these permissions',
  create: 'Continue to GitHub',
  badState: 'This answer does not belong to this set-up. Start again from the first step.',
  failed:
    'GitHub did not hand over the credentials. The code works once, and for an hour; start again from the first step.',
  again: 'Start again',
  done: 'The App is there',
  saved: 'Its credentials are in .env, readable only by you.',
  install: 'Now install it on the repositories that it shall look after:',
  installLink: 'Install the App',
  running:
    'Hiyari goes on as the App by itself. From the next pull request on you will see the check "Technical impact".',
};
