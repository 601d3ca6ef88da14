// The playground: a shot described, priced, made, watched. All rules and prices are the server's.
import { ask, copy, tabs, toast } from "./console.js"
import { Player } from "./player.js"
import { Shape } from "./shape.js"
import { Slots, upload } from "./slots.js"

const LOOK_EVERY_MS = 400
const page = document.querySelector("[data-playground]")
const find = (selector) => page.querySelector(selector)
const desk = find("[data-desk]")
const prompt = desk.querySelector("#prompt")
const model = desk.querySelector("#model")
const player = new Player(find("[data-player]"), find("[data-strip]"))
let ready = false
let quoteTimer, quoteNumber = 0, watching = null, shown = null, usual = null
const takes = []

// ---------- the desk ----------

const slots = new Slots(desk, () => changed(), (isClip) => {
  const mode = isClip ? "extend" : "image"
  if (shape.mode === mode || !shape.modes.includes(mode) || (!isClip && shape.mode !== "text")) return false
  setMode(mode)
  return true
})
const shape = new Shape(desk, find("[data-form]"), () => changed())

function setMode(mode) {
  shape.setMode(mode)
  for (const tab of desk.querySelectorAll("[data-mode][role=tab]")) {
    const here = tab.dataset.mode === shape.mode
    tab.setAttribute("aria-selected", String(here))
    tab.tabIndex = here ? 0 : -1
    if (here) find("#said").setAttribute("aria-labelledby", tab.id)
  }
  slots.show(shape.mode)
  changed()
}

desk.querySelector("[data-tabs-of-modes]").addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]")
  if (tab) setMode(tab.dataset.mode)
})
desk.querySelector("[data-tabs-of-modes]").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const modes = shape.modes
  setMode(modes[(modes.indexOf(shape.mode) + step + modes.length) % modes.length])
  desk.querySelector("[role=tab][aria-selected=true]").focus()
})

function openDrawer(open) {
  desk.querySelector("[data-drawer]").hidden = !open
  desk.querySelector("[data-drawer-switch]").setAttribute("aria-expanded", String(open))
}
desk.querySelector("[data-drawer-switch]").addEventListener("click", () => openDrawer(desk.querySelector("[data-drawer]").hidden))

async function setModel(name) {
  const { html } = await ask(`/console/form?model=${encodeURIComponent(name)}`)
  const source = document.createElement("div")
  source.innerHTML = html
  shape.adopt(source)
  model.value = name
  find("[data-docs]").href = `/models/${name}`
  setMode(shape.mode)
}
model.addEventListener("change", () => setModel(model.value).catch((error) => toast(error.message)))

prompt.addEventListener("input", () => changed())

function request(preview = false) {
  return { model: model.value, mode: shape.mode, preview, parameters: { prompt: prompt.value, ...shape.values(), ...slots.values() } }
}

function changed() {
  if (!ready) return
  const length = [...prompt.value].length
  const count = desk.querySelector("[data-count]")
  count.textContent = shape.promptMax - length < 1000 ? `${length} of ${shape.promptMax} characters` : `${length} characters`
  keepDraft()
  clearTimeout(quoteTimer)
  quoteTimer = setTimeout(quote, 120)
}

async function quote() {
  const number = ++quoteNumber
  let why = null
  try {
    const words = await ask("/console/price", { method: "POST", json: request() })
    if (number !== quoteNumber) return
    find("[data-price]").textContent = words.price || "free"
    find("[data-currency]").hidden = !words.price
    find("[data-sum]").textContent = words.sum
    find("[data-preview]").hidden = !words.price
    usual = words.usual_seconds
    drawCode(words.code)
    drawOffers(words.elsewhere.filter((offer) => offer.price))
    drawPrices([...words.elsewhere, { model: model.value, price: words.price ? `${words.price} USD` : "free" }])
  } catch (error) {
    if (number !== quoteNumber) return
    why = error.message
  }
  if (!why && slots.busy) why = "A file is on its way."
  if (!why && slots.missing) why = `${slots.missing}: drop, paste or pick one.`
  const fine = find("[data-fine]")
  fine.textContent = why ?? `You pay only for a finished clip.${usual ? ` Usually ready in ${Math.max(1, Math.round(usual))} s.` : ""}`
  fine.classList.toggle("stop", Boolean(why))
}

function drawCode(programs) {
  const box = find("[data-code]")
  const list = box.querySelector("[role=tablist]")
  if (!list.children.length) {
    for (const name of Object.keys(programs)) {
      const id = `code-${name.toLowerCase()}`
      const first = !list.children.length
      list.insertAdjacentHTML("beforeend", `<button role="tab" type="button" id="${id}" aria-controls="${id}-text" aria-selected="${first}" tabindex="${first ? 0 : -1}">${name}</button>`)
      box.insertAdjacentHTML("beforeend", `<pre role="tabpanel" id="${id}-text" aria-labelledby="${id}" tabindex="0"${first ? "" : " hidden"}></pre>`)
    }
    tabs(box)
  }
  Object.values(programs).forEach((text, index) => { box.querySelectorAll("pre")[index].textContent = text })
}

function drawOffers(offers) {
  const box = find("[data-offers]")
  box.replaceChildren(...offers.map((offer) => {
    const button = document.createElement("button")
    button.type = "button"
    button.innerHTML = "<span class=\"mono\"></span><span class=\"end\"></span>"
    button.children[0].textContent = offer.model
    button.children[1].textContent = offer.price
    button.addEventListener("click", async () => { await setModel(offer.model); make(false) })
    return button
  }))
  find("[data-elsewhere]").hidden = offers.length === 0
}

// What this shot would cost with each model of the list, or that it is not to be had there.
function drawPrices(offers) {
  for (const offer of offers) {
    const option = [...model.options].find((one) => one.value === offer.model)
    option.classList.toggle("no", !offer.price)
    option.title = offer.why ?? ""
    option.querySelector(".of").textContent = offer.price ?? "not this shot"
  }
}

// A draft outlives a reload, not the window.
function keepDraft() {
  let values = {}
  try { values = shape.values() } catch { /* JSON that is still being typed */ }
  try {
    const media = [...slots.held].filter(([, held]) => !held.preview.startsWith("blob:"))
    sessionStorage.setItem("draft", JSON.stringify({ model: model.value, mode: shape.mode, prompt: prompt.value, values, media }))
  } catch { /* a private window */ }
}

// ---------- making ----------

async function make(preview) {
  clearTimeout(quoteTimer)
  if (slots.missing || slots.busy) {
    await quote()
    return
  }
  try {
    const task = await ask("/console/tasks", { method: "POST", json: request(preview) })
    takes.unshift(task)
    watch(task)
    quote() // What was to follow the last change was called off; price and code are to be those of this shot.
    find("[data-player]").scrollIntoView({ block: "nearest" })
  } catch (error) {
    const fine = find("[data-fine]")
    fine.textContent = error.message
    fine.classList.add("stop")
    toast(error.message)
    if (error.parameter === "prompt") prompt.focus()
  }
}

desk.addEventListener("submit", (event) => { event.preventDefault(); make(false) })
find("[data-preview]").addEventListener("click", () => make(true))

// ---------- watching ----------

function state(name) {
  page.dataset.state = name
  for (const part of page.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(name)
  const titles = { idle: "Playground", rendering: "Rendering your shot", finished: "Your clip is here", failed: "No clip this time" }
  find("[data-title]").textContent = titles[name]
}

async function watch(task) {
  const mine = watching = {}
  player.hide()
  find("[data-stills]").replaceChildren()
  find("[data-still]").removeAttribute("src")
  find("[data-light]").removeAttribute("src")
  shown = task
  draw(task)
  while (watching === mine && ["queued", "running"].includes(task.status)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    if (watching !== mine) return
    try {
      task = await ask(`/console/tasks/${task.id}`)
    } catch (error) {
      find("[data-elapsed]").textContent = error.message
      continue
    }
    if (watching === mine) { remember(task); draw(task) }
  }
}

function remember(task) {
  shown = task
  const index = takes.findIndex((one) => one.id === task.id)
  if (index >= 0) takes[index] = task
}

function draw(task) {
  if (["queued", "running"].includes(task.status)) drawProgress(task)
  else if (task.status === "succeeded") drawFinished(task)
  else drawFailed(task)
}

function drawProgress(task) {
  state("rendering")
  const fraction = task.progress
  const waiting = task.status === "queued"
  find("[data-take]").textContent = `Take ${Math.max(1, task.take)}${task.preview ? " · preview" : ""}`
  find("[data-engine]").textContent = `${task.engine} · ${task.price}`
  find("[data-stage]").textContent = waiting ? "Waiting for a worker" : stageWords(task)
  const expected = fraction > 0.15 ? task.elapsed / fraction : usual && Math.max(usual, task.elapsed)
  find("[data-elapsed]").textContent = `${task.elapsed.toFixed(0)} s${expected ? ` of about ${expected.toFixed(0)} s` : ""}`
  const bar = find(".progress progress")
  if (waiting) bar.removeAttribute("value")
  else bar.value = 100 * fraction
  const steps = ["queued", "running", "succeeded"]
  for (const item of page.querySelectorAll(".stages [data-step]")) {
    const at = steps.indexOf(item.dataset.step), now = steps.indexOf(task.status)
    item.className = at < now ? "done" : at === now ? "now" : ""
  }
  drawStills(task, fraction)
}

function stageWords(task) {
  const frames = task.seconds * task.frames_per_second
  const word = task.stage.charAt(0).toUpperCase() + task.stage.slice(1)
  return task.progress > 0 && task.progress < 1 && /draw|render|film|paint/i.test(task.stage)
    ? `${word} frame ${Math.max(1, Math.round(task.progress * frames))} of ${frames}`
    : word
}

// The strip has a place for each second; a place is lit by the newest still when the work gets there.
function drawStills(task, fraction) {
  const strip = find("[data-stills]")
  const places = Math.min(8, task.seconds)
  if (strip.children.length !== places) {
    strip.replaceChildren(...Array.from({ length: places }, (_, index) => {
      const item = document.createElement("li")
      item.innerHTML = `<span class="cell wait"></span><p class="edge"><span>0:${String(Math.floor(index * task.seconds / places)).padStart(2, "0")}</span></p>`
      return item
    }))
  }
  const still = find("[data-still]"), light = find("[data-light]")
  if (!task.still) return
  if (still.getAttribute("src") !== task.still) still.src = light.src = task.still
  still.hidden = light.hidden = false
  const at = Math.min(places - 1, Math.floor(fraction * places))
  for (let index = 0; index <= at; index += 1) {
    const cell = strip.children[index].querySelector(".cell")
    cell.classList.toggle("now", index === at)
    if (index === at || cell.classList.contains("wait")) {
      cell.classList.remove("wait")
      const image = cell.querySelector("img") ?? cell.appendChild(Object.assign(new Image(), { alt: "" }))
      if (image.getAttribute("src") !== task.still) image.src = task.still
    }
  }
}

function drawFinished(task) {
  state("finished")
  const { clip } = task
  const light = find("[data-light]")
  light.hidden = !task.poster
  if (task.poster) light.src = task.poster
  find("[data-facts]").textContent = `${Math.round(clip.seconds)} s · ${clip.width} × ${clip.height} · seed ${task.seed}`
  const download = find("[data-download]")
  download.href = `${clip.address}&download=1`
  download.download = `rushes-${task.id}.mp4`
  find("[data-bytes]").textContent = `${(clip.size_bytes / 1e6).toFixed(1)} MB`
  find("[data-page]").href = `/tasks/${task.id}`
  const circle = find("[data-circle]")
  circle.dataset.circle = task.id
  circle.setAttribute("aria-pressed", String(task.circled))
  const extendable = shape.modes.includes("extend") && Math.min(clip.width, clip.height) === 720
  find("[data-extend]").hidden = !extendable
  find("[data-last]").hidden = !shape.modes.includes("image")
  player.show(clip, { poster: task.poster ?? "", play: !matchMedia("(prefers-reduced-motion: reduce)").matches })
  drawTakes(task)
}

function drawFailed(task) {
  player.hide()
  state("failed")
  find("[data-failed-title]").textContent = task.status === "canceled" ? "Stopped" : "No clip this time"
  find("[data-failure]").textContent = task.failure
  drawTakes(task)
}

function drawTakes(current) {
  find("[data-takes]").replaceChildren(...takes.slice(0, 5).map((task, index) => {
    const link = document.createElement("a")
    link.className = "take"
    link.href = `/?task=${task.id}`
    link.innerHTML = `<figure><img alt="" hidden></figure><span><b></b><span></span></span>`
    if (task.poster) Object.assign(link.querySelector("img"), { src: task.poster, hidden: false })
    link.querySelector("b").textContent = `Take ${takes.length - index}`
    link.querySelector("span > span").textContent = `${task.model}, ${task.status === "succeeded" ? task.price : task.status}`
    if (task.id === current.id) {
      link.setAttribute("aria-current", "true")
      link.insertAdjacentHTML("beforeend", `<svg class="pencil" viewBox="0 0 100 60" preserveAspectRatio="none" aria-hidden="true"><use href="#ring"/></svg>`)
    }
    link.addEventListener("click", (event) => { event.preventDefault(); watch(task) })
    return link
  }))
}

// ---------- what to do next ----------

addEventListener("circled", ({ detail }) => {
  for (const task of takes) if (task.id === detail.id) task.circled = detail.circled
})
find("[data-link]").addEventListener("click", () =>
  copy(new URL(shown.clip.address, location.origin).href, "The link is copied; it opens without a key."))
find("[data-stop]").addEventListener("click", async () => {
  try { await ask(`/console/tasks/${shown.id}/cancel`, { method: "POST" }) } catch (error) { toast(error.message) }
})
find("[data-last]").addEventListener("click", async () => {
  try {
    const blob = await player.lastFrame()
    const kept = await upload(blob, `last-frame-of-${shown.id}.png`)
    slots.put("image", 0, { value: { fileId: kept.id }, preview: URL.createObjectURL(blob), name: "last frame" })
    setMode("image")
    prompt.focus()
    toast("The next shot begins where this one ends.")
  } catch (error) { toast(error.message) }
})
find("[data-extend]").addEventListener("click", () => extend(shown))
find("[data-again]").addEventListener("click", () => { shape.clear("seed"); make(shown.preview) })

function extend(task) {
  slots.put("video", 0, { value: { taskId: task.id }, preview: task.poster ?? "", name: task.id })
  shape.fill({ aspectRatio: task.upright ? "9:16" : "16:9" })
  setMode("extend")
  prompt.focus()
  toast("Say what happens next; seven seconds are added.")
}

for (const example of page.querySelectorAll("[data-example]")) example.addEventListener("click", () => {
  prompt.value = example.dataset.example
  setMode("text")
  prompt.focus()
})

addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); make(false) }
  if (event.key === "Enter" && event.shiftKey && event.target === prompt) { event.preventDefault(); make(true) }
  if (event.key === "Escape" && page.dataset.state === "rendering") find("[data-stop]").click()
})

// The pictures that a task began with, or the clip, in their places.
async function beginAlike(task) {
  try {
    const { media } = await ask(`/console/tasks/${task.id}/media`, { method: "POST" })
    for (const one of media) {
      const bytes = one.picture && Uint8Array.from(atob(one.picture), (letter) => letter.charCodeAt(0))
      const preview = bytes ? URL.createObjectURL(new Blob([bytes])) : ""
      slots.put(one.parameter, one.number, { value: one.value, preview, name: one.parameter })
    }
  } catch (error) { toast(error.message) }
}

// ---------- the start ----------

async function start() {
  state("idle")
  const asked = new URLSearchParams(location.search)
  let draft = null
  try { draft = JSON.parse(sessionStorage.getItem("draft") ?? "null") } catch { /* none */ }
  let mode = "text"
  if (asked.get("task")) {
    const task = await ask(`/console/tasks/${encodeURIComponent(asked.get("task"))}`)
    if (task.model !== model.value) await setModel(task.model)
    prompt.value = task.prompt
    shape.fill(task.parameters)
    shape.clear("seed")
    takes.unshift(task)
    mode = task.mode
    if (asked.get("do") === "extend") { extend(task); mode = shape.mode }
    else if (mode !== "text") await beginAlike(task)
    if (page.dataset.plan) {
      if (model.value !== "animatic") await setModel("animatic")
      shape.fill({ shotPlan: JSON.parse(page.dataset.plan) })
      openDrawer(true)
    }
    watch(task)
  } else if (draft && !asked.get("model")) {
    if (draft.model !== model.value && [...model.options].some((option) => option.value === draft.model)) await setModel(draft.model)
    prompt.value = draft.prompt
    shape.fill(draft.values)
    for (const [name, held] of draft.media ?? []) slots.put(...name.split("/"), held)
    mode = draft.mode
  }
  ready = true
  setMode(mode)
}
start().catch((error) => { ready = true; setMode("text"); toast(error.message) })
