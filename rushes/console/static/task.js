// One task: its player, or how far it is.
import { ask, copy } from "./console.js"
import { Player } from "./player.js"

const LOOK_EVERY_MS = 500
const page = document.querySelector("[data-task]")
const task = JSON.parse(page.dataset.task)

// The badge is drawn from the file itself, which is read once the page is there.
const badge = page.querySelector("[data-origin]")
if (badge && !new URLSearchParams(location.search).has("origin")) {
  ask(`/console/tasks/${task.id}/origin`).then(({ html }) => { badge.innerHTML = html }, () => {})
}

if (task.clip) {
  const player = new Player(page.querySelector("[data-player]"), page.querySelector("[data-strip]"))
  player.show(task.clip, { poster: task.poster ?? "" })
  page.querySelector("[data-link]").addEventListener("click", () =>
    copy(new URL(task.clip.address, location.origin).href, "The link is copied; it opens without a key."))
} else if (["queued", "running"].includes(task.status)) {
  const look = async () => {
    try {
      const now = await ask(`/console/tasks/${task.id}`)
      if (!["queued", "running"].includes(now.status)) { location.reload(); return }
      page.querySelector("[data-stage]").textContent = now.status === "queued" ? "Waiting for a worker" : now.stage.charAt(0).toUpperCase() + now.stage.slice(1)
      page.querySelector("[data-elapsed]").textContent = `${now.elapsed.toFixed(0)} s`
      page.querySelector(".progress progress").value = 100 * now.progress
      const still = page.querySelector("[data-still]")
      if (now.still && still.getAttribute("src") !== now.still) { still.src = now.still; still.hidden = false }
    } catch { /* looked at again in a moment */ }
    setTimeout(look, LOOK_EVERY_MS)
  }
  look()
}
