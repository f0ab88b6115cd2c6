import type { Installation } from '../state/account.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { API, nodeId, WEB } from './urls.ts';
import { viewUser } from './view-user.ts';

export function viewApp(world: World): JsonObject {
  const { app } = world;
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: viewUser(app.owner),
    name: app.name,
    description: 'Makes every pull request state its technical impact.',
    external_url: 'https://example.com/hiyari',
    html_url: `${WEB}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
    installations_count: world.installations.size,
  };
}

export function viewInstallation(world: World, installation: Installation): JsonObject {
  const { app } = world;
  const api = `${API}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    client_id: app.clientId,
    account: viewUser(installation.account),
    repository_selection: 'selected',
    access_tokens_url: `${api}/access_tokens`,
    repositories_url: `${API}/installation/repositories`,
    html_url: `${WEB}/settings/installations/${installation.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type === 'Organization' ? 'Organization' : 'User',
    permissions: app.permissions,
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspended ? viewUser(installation.account) : null,
    suspended_at: installation.suspended ? installation.createdAt : null,
  };
}
