// Where the reader is on a long page.
const toc = document.querySelector("[data-toc]")
if (toc) {
  const links = [...toc.querySelectorAll("a")]
  const sections = links.map((link) => document.querySelector(link.hash))
  const mark = () => {
    const passed = sections.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.3).length
    links.forEach((link, index) => link.toggleAttribute("aria-current", index === Math.max(0, passed - 1)))
  }
  addEventListener("scroll", mark, { passive: true })
  mark()
}
