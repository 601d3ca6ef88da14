// What every page shares: lights, dialogs, tabs, copying, times, keys. Pages are readable without it.

const root = document.documentElement

export const csrf = () => document.querySelector("meta[name=csrf]")?.content ?? ""

// Ask our own server; an answer that refuses becomes an Error with its message.
export async function ask(address, { method = "GET", json, body, signal } = {}) {
  const headers = { accept: "application/json" }
  if (method !== "GET") headers["x-csrf"] = csrf()
  if (json !== undefined) headers["content-type"] = "application/json"
  const answer = await fetch(address, { method, headers, body: json === undefined ? body : JSON.stringify(json), signal })
  const words = await answer.json().catch(() => ({}))
  if (answer.ok) return words
  const error = new Error(words.message ?? `The server answered ${answer.status}.`)
  error.parameter = words.parameter ?? null
  throw error
}

let toastTimer
export function toast(text) {
  const box = document.querySelector(".toast")
  box.textContent = text
  box.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => { box.hidden = true }, 4000)
}

export async function copy(text, said = "Copied.") {
  try {
    await navigator.clipboard.writeText(text)
    toast(said)
  } catch {
    toast("Your browser does not let this page copy; select the text instead.")
  }
}

export function localTimes(scope = document) {
  const forms = {
    short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    day: { weekday: "long", day: "numeric", month: "long" },
    clock: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }
  for (const one of scope.querySelectorAll("time[datetime]")) {
    const time = new Date(one.dateTime)
    one.textContent = new Intl.DateTimeFormat("en-GB", forms[one.dataset.form] ?? forms.short).format(time)
    one.title = time.toISOString()
  }
}

export function tabs(box) {
  const list = [...box.querySelectorAll("[role=tab]")]
  const panels = [...box.querySelectorAll("[role=tabpanel]")]
  const show = (index) => list.forEach((tab, at) => {
    tab.setAttribute("aria-selected", String(at === index))
    tab.tabIndex = at === index ? 0 : -1
    if (panels[at]) panels[at].hidden = at !== index
  })
  list.forEach((tab, index) => {
    tab.addEventListener("click", () => show(index))
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step) return
      const next = list[(index + step + list.length) % list.length]
      next.click()
      next.focus()
    })
  })
  box.querySelector("[data-copy-shown]")?.addEventListener("click", () => {
    const shown = panels.find((panel) => !panel.hidden)
    copy(shown.dataset.whole ?? shown.textContent)
  })
}

for (const box of document.querySelectorAll("[data-tabs]")) tabs(box)
localTimes()
// On a narrow screen the places scroll sideways: show where we are.
const bar = document.querySelector(".nav")
const here = bar?.querySelector("[aria-current]")
if (here && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2

// What scrolls sideways and ends with today begins there.
for (const box of document.querySelectorAll("[data-to-end]")) box.scrollLeft = box.scrollWidth

document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
  root.dataset.theme = dark ? "light" : "dark"
  try { localStorage.setItem("theme", root.dataset.theme) } catch { /* a private window */ }
})

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]")
  if (opener) document.getElementById(opener.dataset.opens)?.showModal()
  const closer = event.target.closest("[data-closes]")
  if (closer) closer.closest("dialog")?.close()
  const copier = event.target.closest("[data-copy]")
  if (copier) copy(copier.dataset.copy, copier.dataset.said)
})

// Forms that take something away say so first.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.ask
  if (question && !confirm(question)) event.preventDefault()
})

for (const dialog of document.querySelectorAll("dialog[data-open]")) {
  dialog.removeAttribute("open") // as it is without scripts
  dialog.showModal()
}

addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === "?") document.getElementById("shortcuts")?.showModal()
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]")
    if (search) { event.preventDefault(); search.focus() } else location.assign("/tasks#search")
  }
})
