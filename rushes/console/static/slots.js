// Slots: pictures and clips that a shot begins with. A file is kept by the server at once, under an id that requests name.
import { ask, toast } from "./console.js"

const PICTURES = ["image/png", "image/jpeg", "image/webp"]

export class Slots {
  // `onPicture` is asked for a place when a picture comes and none is free; it answers whether there is one now.
  constructor(desk, onChange, onPicture) {
    this.box = desk.querySelector("[data-slots]")
    this.onChange = onChange
    this.onPicture = onPicture
    //: what each slot holds, by mode-free name: { value, preview, name }
    this.held = new Map()
    this.busy = 0
    desk.addEventListener("change", (event) => {
      if (event.target.type === "file" && event.target.files[0]) this.#keep(event.target.closest(".slot"), event.target.files[0])
    })
    desk.addEventListener("click", (event) => {
      const off = event.target.closest("[data-empty]")
      if (!off) return
      event.preventDefault()
      this.held.delete(this.#name(off.closest(".slot")))
      this.draw()
      this.onChange()
    })
    for (const kind of ["dragover", "drop"]) desk.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return
      event.preventDefault()
      const slot = event.target.closest(".slot")
      slot?.classList.toggle("over", kind === "dragover")
      desk.classList.toggle("over", kind === "dragover" && !slot)
      const file = event.dataTransfer.files[0]
      if (kind === "drop" && slot && file) this.#keep(slot, file)
      else if (kind === "drop" && file) this.take(file)
    })
    desk.addEventListener("dragleave", (event) => {
      event.target.closest(".slot")?.classList.remove("over")
      if (!desk.contains(event.relatedTarget)) desk.classList.remove("over")
    })
    addEventListener("paste", (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find((one) => PICTURES.includes(one.type))
      if (file && this.take(file)) event.preventDefault()
    })
  }

  // Put a picture or clip where there is room for it; false when there is none.
  take(file) {
    const isClip = file.type.startsWith("video/")
    const free = () => this.#shown().find((slot) => slot.hasAttribute("data-clip") === isClip && !this.held.has(this.#name(slot)))
    const slot = free() ?? (this.onPicture(isClip) ? free() : undefined)
    if (!slot) { toast("There is no place for this file here; choose another tab, or take one away first."); return false }
    this.#keep(slot, file)
    return true
  }

  show(mode) {
    this.mode = mode
    for (const slot of this.box.children) slot.hidden = slot.dataset.mode !== mode
    this.box.classList.toggle("on", this.#shown().length > 0)
    this.draw()
  }

  put(parameter, number, held) {
    this.held.set(`${parameter}/${number}`, held)
    this.draw()
  }

  // The slot of this mode that still has to be filled; null when the shot can be made.
  get missing() {
    const empty = this.#shown().find((slot) => !slot.hasAttribute("data-optional") && !this.held.has(this.#name(slot)))
    return empty ? empty.dataset.name : null
  }

  values() {
    const given = {}
    for (const slot of this.#shown()) {
      const held = this.held.get(this.#name(slot))
      if (!held) continue
      if (Number(slot.dataset.number)) (given[slot.dataset.parameter] ??= []).push({ image: held.value, referenceType: "asset" })
      else given[slot.dataset.parameter] = held.value
    }
    return given
  }

  draw() {
    for (const slot of this.box.children) {
      const held = this.held.get(this.#name(slot))
      const image = slot.querySelector("img")
      image.hidden = !held?.preview
      if (held?.preview && image.getAttribute("src") !== held.preview) image.src = held.preview
      slot.querySelector(".tag").hidden = !held
      slot.querySelector("[data-empty]").hidden = !held
      slot.querySelector(".empty-slot").hidden = Boolean(held?.preview)
    }
  }

  #shown() {
    return [...this.box.children].filter((slot) => slot.dataset.mode === this.mode)
  }

  #name(slot) {
    return `${slot.dataset.parameter}/${slot.dataset.number}`
  }

  async #keep(slot, file) {
    slot.classList.remove("over")
    this.busy += 1
    slot.setAttribute("aria-busy", "true")
    try {
      const kept = await upload(file, file.name)
      if (kept.is_clip !== slot.hasAttribute("data-clip")) {
        throw new Error(kept.is_clip ? "That is a clip; this place wants a picture." : "That is a picture; this place wants a clip.")
      }
      this.put(slot.dataset.parameter, slot.dataset.number, { value: { fileId: kept.id }, preview: kept.is_clip ? "" : URL.createObjectURL(file), name: file.name })
    } catch (error) {
      toast(error.message)
    } finally {
      this.busy -= 1
      slot.removeAttribute("aria-busy")
      slot.querySelector("input").value = ""
      this.onChange()
    }
  }
}

export function upload(blob, name) {
  return ask(`/console/files?name=${encodeURIComponent(name)}`, { method: "POST", body: blob })
}
