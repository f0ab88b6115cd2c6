import { fullName, type Repository } from '../state/repository.ts';

/** Addresses inside answers name github.com, whatever port the stand-in has: answers stay the same in every run. */
export const API = 'https://api.github.com';
export const WEB = 'https://github.com';

export function repositoryApi(repository: Repository): string {
  return `${API}/repos/${fullName(repository)}`;
}

export function repositoryWeb(repository: Repository): string {
  return `${WEB}/${fullName(repository)}`;
}

export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(`${kind}:${id}`).toString('base64url')}`;
}
