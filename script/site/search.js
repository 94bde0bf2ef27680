// Shows the entries that hold every word asked for, those whose title fits best first.
const input = document.querySelector('main input')
const list = document.querySelector('#found')
const status = document.querySelector('[role=status]')
const entries = [...list.children].map((item, order) => {
  const title = plain(item.firstElementChild.textContent)
  return { item, order, title, words: `${title} ${plain(item.dataset.words)}` }
})

function plain(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[-–’']/g, ' ')
    .toLowerCase()
}

/** How well a title fits: 0 is best. */
function rank(title, query) {
  if (title === query) return 0
  if (title.startsWith(query)) return 1
  return title.includes(query) ? 2 : 3
}

function search() {
  const query = plain(input.value).trim()
  const asked = query.split(/\s+/)
  const found = entries.filter(({ words }) => asked.every((word) => words.includes(word)))
  found.sort((a, b) => rank(a.title, query) - rank(b.title, query) || a.order - b.order)
  for (const { item } of entries) item.hidden = true
  for (const { item } of found) item.hidden = false
  list.append(...found.map(({ item }) => item))
  const all = query === '' ? 'entries' : `of ${entries.length} entries`
  status.textContent = `${found.length} ${all}`
}

input.value = new URLSearchParams(location.search).get('q') ?? ''
input.addEventListener('input', search)
input.form.addEventListener('submit', (event) => {
  event.preventDefault()
  search()
})
search()
