// Circling a take: the button does it without leaving the page, and C does it for the take that is looked at.
import { ask, toast } from "./console.js"

async function toggle(button) {
  const circled = button.getAttribute("aria-pressed") !== "true"
  try {
    await ask(`/console/tasks/${button.dataset.circle}/circle`, { method: "POST", json: { circled } })
    show(button, circled)
    dispatchEvent(new CustomEvent("circled", { detail: { id: button.dataset.circle, circled } }))
    toast(circled ? "Circled: one of the good takes." : "No longer circled.")
  } catch (error) {
    toast(error.message)
  }
}

function show(button, circled) {
  button.setAttribute("aria-pressed", String(circled))
  button.value = circled ? "no" : "yes"
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-circle]")
  if (!button) return
  event.preventDefault()
  toggle(button)
})

addEventListener("keydown", (event) => {
  if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (event.target.closest?.("input, textarea, select, dialog")) return
  const all = document.querySelectorAll("[data-circle]")
  const looked = document.querySelector(".card:focus-within [data-circle]") ?? document.querySelector(".card:hover [data-circle]")
  const button = looked ?? (all.length === 1 && !all[0].closest(".card") && all[0].checkVisibility() ? all[0] : null)
  if (button) toggle(button)
})
