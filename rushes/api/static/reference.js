// Tabs, copying and the lights. The page is whole without it.

for (const box of document.querySelectorAll("[data-tabs]")) {
  const tabs = [...box.querySelectorAll("[role=tab]")]
  const panels = [...box.querySelectorAll("[role=tabpanel]")]
  const show = (chosen) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === chosen))
      tab.tabIndex = index === chosen ? 0 : -1
      panels[index].hidden = index !== chosen
    })
  }
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show(index))
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step) return
      const next = (index + step + tabs.length) % tabs.length
      show(next)
      tabs[next].focus()
    })
  })
  const copy = box.querySelector("[data-copy-shown]")
  if (navigator.clipboard) {
    copy.hidden = false
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(panels.find((panel) => !panel.hidden).textContent)
      copy.classList.add("done")
      setTimeout(() => copy.classList.remove("done"), 1200)
    })
  }
}

const root = document.documentElement
const lights = document.querySelector("[data-theme-switch]")
const kept = localStorage.getItem("theme")
if (kept) root.dataset.theme = kept
lights.hidden = false
lights.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
  root.dataset.theme = dark ? "light" : "dark"
  localStorage.setItem("theme", root.dataset.theme)
})
