// Testing an engine without leaving the page.
import { ask } from "./console.js"

for (const form of document.querySelectorAll("[data-test]")) form.addEventListener("submit", async (event) => {
  event.preventDefault()
  const button = form.querySelector("button")
  const told = document.querySelector(`[data-tested="${form.dataset.test}"]`)
  button.disabled = true
  told.textContent = "Testing; the first time takes some seconds…"
  try {
    const { well, words } = await ask(`/console/engines/${form.dataset.test}/test`, { method: "POST" })
    const mark = Object.assign(document.createElement("span"), { className: well ? "status" : "status bad", textContent: well ? "Works" : "Does not work" })
    told.replaceChildren(mark, ` ${words}`)
  } catch (error) {
    told.textContent = error.message
  } finally {
    button.disabled = false
  }
})
