// The switches of the sales page: each rebuilds the address of the two frames, as a merchant would set attributes.
const form = document.getElementById('switches');
const phone = document.getElementById('phone');
const desk = document.getElementById('desk');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';

// The tour shows pages of the staff as well.
document.getElementById('tour-link').hash = location.hash;
form.lang.value = document.documentElement.lang;

function frames() {
  const look = new URLSearchParams({ lang: form.lang.value });
  if (form.theme.value !== 'default') look.set('theme', form.theme.value);
  if (form.scheme.value !== 'auto') look.set('scheme', form.scheme.value);
  phone.src = document.getElementById('phone-link').href = `/h5/?${look}`;
  return look;
}

function deskFrame(look) {
  look.delete('theme');
  const hash = token && `#token=${encodeURIComponent(token)}`;
  desk.src = `/desk/?${look}${hash}`;
  document.getElementById('desk-link').href = `/desk/?${look}${hash}`;
}

async function play(change) {
  const response = await fetch('/demo/play', {
    method: change ? 'POST' : 'GET',
    headers: change ? { 'content-type': 'application/json' } : {},
    body: change && JSON.stringify(change),
  });
  const { audience, host } = await response.json();
  form.audience.checked = audience;
  form.host.checked = host;
}

form.addEventListener('change', event => {
  const { name, checked, value } = event.target;
  if (name === 'lang') location.search = `?lang=${value}`;
  else if (name === 'audience' || name === 'host') void play({ [name]: checked, lang: form.lang.value });
  else {
    const look = frames();
    if (name === 'scheme') deskFrame(look);
  }
});

deskFrame(frames());
void play();
// The automatic host may have stepped back since: the switch should say so.
setInterval(() => void play(), 5000);
