// The wall: posters play on hover, and what is being made tells how far it is.
import { ask, localTimes } from "./console.js"

const LOOK_EVERY_MS = 1500
const still = matchMedia("(prefers-reduced-motion: reduce)").matches

function live(card) {
  if (!card.dataset.clip || still) return
  let video = null
  const play = () => {
    video = Object.assign(document.createElement("video"), { src: card.dataset.clip, muted: true, loop: true, playsInline: true })
    video.setAttribute("aria-hidden", "true")
    video.addEventListener("playing", () => video?.classList.add("on"), { once: true })
    card.querySelector(".poster").append(video)
    video.play().catch(() => {})
  }
  const rest = () => { video?.remove(); video = null }
  card.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") play() })
  card.addEventListener("pointerleave", rest)
}

async function look() {
  for (const card of document.querySelectorAll("[data-open]")) {
    try {
      const task = await ask(`/console/tasks/${card.dataset.open}`)
      if (["queued", "running"].includes(task.status)) {
        card.querySelector("[data-words]").textContent = task.status === "queued" ? "Waiting" : `${Math.round(100 * task.progress)} %`
        card.querySelector("progress").value = 100 * task.progress
        if (task.still) {
          const image = card.querySelector("img") ?? card.querySelector(".poster").insertAdjacentElement("afterbegin", Object.assign(new Image(), { alt: "" }))
          if (image.getAttribute("src") !== task.still) image.src = task.still
        }
      } else await renew(card)
    } catch { /* looked at again in a moment */ }
  }
  if (document.querySelector("[data-open]")) setTimeout(look, LOOK_EVERY_MS)
}

// A shot that has ended hangs there as the server draws it.
async function renew(card) {
  const text = await (await fetch(location.href)).text()
  const fresh = new DOMParser().parseFromString(text, "text/html")
  const address = card.querySelector(".what a").getAttribute("href")
  const found = fresh.querySelector(`.what a[href="${address}"]`)?.closest(".card")
  if (!found) { card.remove(); return }
  card.replaceWith(found)
  live(found)
  localTimes(found)
}

for (const card of document.querySelectorAll(".card")) live(card)
if (document.querySelector("[data-open]")) setTimeout(look, LOOK_EVERY_MS)
for (const pick of document.querySelectorAll(".pick")) pick.addEventListener("change", () => pick.form.requestSubmit())
if (location.hash === "#search") document.getElementById("search")?.focus()
