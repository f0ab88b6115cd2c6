const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/;

interface Answers {
  readonly publicUrl: string;
  readonly organization: string;
}

/** What was typed into the first page, or what is wrong with it. */
export function readAnswers(
  given: URLSearchParams,
  githubUrl: string,
): Answers | (Answers & { readonly problem: 'badPublicUrl' | 'unreachableUrl' | 'badOrganization' }) {
  const publicUrl = (given.get('public_url') ?? '').trim().replace(/\/+$/, '');
  const organization = (given.get('organization') ?? '').trim();
  const answers = { publicUrl, organization };
  const url = URL.parse(publicUrl);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    return { ...answers, problem: 'badPublicUrl' };
  }
  // A GitHub of one's own on the same machine can reach it.
  if (LOOPBACK.test(url.hostname) && !LOOPBACK.test(new URL(githubUrl).hostname)) {
    return { ...answers, problem: 'unreachableUrl' };
  }
  if (organization !== '' && !LOGIN.test(organization)) return { ...answers, problem: 'badOrganization' };
  return answers;
}
