// A token arrives behind the #, is handed to what needs one, and leaves the address bar.
const token = new URLSearchParams(location.hash.slice(1)).get('token');
if (token) {
  document.querySelector('qun-host-desk, [data-token]').token = token;
  history.replaceState(null, '', location.pathname + location.search);
}
