/** Milliseconds since the epoch → ISO 8601 in UTC at second resolution, as GitHub writes times. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
