/** Where a stream comes from, without what might let others in: no query, no name and password, no folders. */
export function plainAddress(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address, document.baseURI);
    const folders = pathname.split('/');
    const file = folders.pop() ?? '';
    return host ? `${protocol}//${host}/${folders.length > 1 ? '…/' : ''}${file}` : protocol;
  } catch {
    return '';
  }
}
