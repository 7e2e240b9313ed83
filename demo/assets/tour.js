// The tour: which step is shown stands behind the #, with the tokens that some of its pages want.
const frame = document.getElementById('frame');
const card = document.getElementById('card');
const theme = document.getElementById('theme');
const hash = () => new URLSearchParams(location.hash.slice(1));
const steps = [...document.querySelectorAll('section')];
const links = [...document.querySelectorAll('[data-step]')];
const shown = () => steps.find(step => step.id === hash().get('step')) ?? steps[0];

/** Address of this page at a step. */
function at(id) {
  const all = hash();
  all.set('step', id);
  return `#${all}`;
}

function address(step) {
  const { src, token, themed } = step.dataset;
  const url = new URL(src, location.href);
  const app = step.querySelector('input:checked')?.value;
  if (app) url.searchParams.set('app', app);
  if (themed !== undefined && theme.value !== 'default') url.searchParams.set('theme', theme.value);
  const key = hash().get(token === 'guide' ? 'guide' : 'token');
  if (token && key) url.hash = `token=${encodeURIComponent(key)}`;
  for (const words of step.querySelectorAll('[data-app]')) words.hidden = words.dataset.app !== app;
  const refused = step.querySelector('.no-token');
  if (refused) refused.hidden = Boolean(key);
  return url.pathname + url.search + url.hash;
}

function show() {
  const step = shown();
  const src = address(step);
  for (const one of steps) one.hidden = one !== step;
  for (const link of links) {
    link.href = at(link.dataset.step);
    if (link.dataset.step === step.id) {
      link.setAttribute('aria-current', 'step');
      link.parentElement.parentElement.scrollLeft = link.offsetLeft - 60;
    } else link.removeAttribute('aria-current');
  }
  document.body.dataset.frame = step.dataset.frame;
  document.body.dataset.step = step.id;
  document.getElementById('alone').href = src;
  const next = steps[steps.indexOf(step) + 1];
  document.getElementById('next').hidden = !next;
  theme.parentElement.hidden = step.dataset.themed === undefined;
  card.hidden = true;
  // A frame whose address is replaced leaves nothing behind for the page's own way back.
  const fresh = frame.cloneNode();
  fresh.src = src;
  document.getElementById('frame').replaceWith(fresh);
}

/** What the app that is played around the page was told. */
function heard({ source, origin, data }) {
  if (origin !== location.origin || source !== document.getElementById('frame').contentWindow) return;
  if (data?.about !== 'card' && data?.about !== 'opened') return;
  const { title, text, url, picture } = data.data;
  const heading = card.querySelector('h3');
  heading.textContent = heading.dataset[data.about];
  card.querySelector('.title').textContent = title;
  card.querySelector('.text').textContent = text;
  card.querySelector('.url').textContent = url;
  card.querySelector('.bubble').href = url;
  const image = card.querySelector('img');
  image.hidden = !picture;
  if (picture) image.src = picture;
  card.hidden = false;
}

document.getElementById('next').addEventListener('click', () => {
  location.hash = at(steps[steps.indexOf(shown()) + 1].id);
});
document.getElementById('lang').addEventListener('click', event => {
  event.preventDefault();
  location.href = event.currentTarget.search + location.hash;
});
document.getElementById('back').addEventListener('click', event => {
  event.preventDefault();
  location.href = event.currentTarget.href + location.hash;
});
document.querySelector('main').addEventListener('change', show);
theme.addEventListener('change', show);
addEventListener('hashchange', show);
addEventListener('message', heard);
show();
