import { PERMISSIONS, type Permission } from '../ports/github.ts';

export function isAtLeast(permission: Permission, needed: Permission): boolean {
  return PERMISSIONS.indexOf(permission) >= PERMISSIONS.indexOf(needed);
}
