// The player: frame by frame, with a strip of stills to jump along.

const pad = (seconds) => {
  const whole = Math.max(0, seconds)
  return `${Math.floor(whole / 60)}:${(whole % 60).toFixed(2).padStart(5, "0")}`
}

export class Player {
  constructor(screen, strip) {
    this.screen = screen
    this.strip = strip
    this.video = screen.querySelector("video")
    this.bar = screen.querySelector(".player")
    this.clip = null
    this.span = 1
    const { video } = this
    const on = (selector, action) => this.bar.querySelector(selector).addEventListener("click", action)
    on("[data-play]", () => this.toggle())
    on("[data-step='-1']", () => this.step(-1))
    on("[data-step='1']", () => this.step(1))
    on("[data-loop]", () => { video.loop = !video.loop; this.#press("[data-loop]", video.loop) })
    on("[data-mute]", () => { video.muted = !video.muted })
    on("[data-full]", () => document.fullscreenElement ? document.exitFullscreen() : screen.requestFullscreen())
    video.addEventListener("click", () => this.toggle())
    for (const kind of ["play", "pause"]) video.addEventListener(kind, () => this.#playing())
    video.addEventListener("volumechange", () => this.#press("[data-mute]", video.muted))
    video.addEventListener("timeupdate", () => this.#tell())
    video.addEventListener("seeked", () => this.#tell())
    strip.addEventListener("pointerdown", (event) => this.#scrub(event))
    addEventListener("keydown", (event) => {
      if (!this.clip || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target.closest?.("input, textarea, select, button, a, [role=tab], dialog")) {
        // A focused button has its own use for the space bar; the frame keys are free.
        if (event.key === " " || event.target.closest("input, textarea, select, dialog")) return
      }
      if (event.key === " ") { event.preventDefault(); this.toggle() }
      if (event.key === ",") this.step(-1)
      if (event.key === ".") this.step(1)
    })
  }

  show(clip, { poster = "", play = false } = {}) {
    this.clip = clip
    const { video } = this
    if (video.getAttribute("src") !== clip.address) {
      video.poster = poster
      video.src = clip.address
      this.#drawStrip()
    }
    video.hidden = this.bar.hidden = this.strip.hidden = false
    this.bar.querySelector("[data-whole]").textContent = pad(clip.seconds)
    this.#tell()
    if (play) video.play().catch(() => { video.muted = true; video.play().catch(() => {}) })
  }

  hide() {
    this.clip = null
    this.video.pause()
    this.video.removeAttribute("src")
    this.video.load()
    this.video.hidden = this.bar.hidden = this.strip.hidden = true
  }

  toggle() {
    if (this.video.paused) this.video.play()
    else this.video.pause()
  }

  get rate() {
    return this.clip.frames / this.clip.seconds
  }

  // Frames are met in their middle, so that rounding never lands on a neighbour.
  step(frames) {
    const { video } = this
    video.pause()
    const frame = Math.floor(video.currentTime * this.rate + 0.01) + frames
    video.currentTime = (Math.min(this.clip.frames - 1, Math.max(0, frame)) + 0.5) / this.rate
  }

  // Drag along the strip: the frame under the pointer is shown. A mere press is the cell's own click.
  #scrub(start) {
    if (start.button || !this.clip) return
    const box = this.strip.getBoundingClientRect()
    let dragged = false
    const move = (event) => {
      if (!dragged && Math.abs(event.clientX - start.clientX) < 4) return
      dragged = true
      this.video.pause()
      const frame = Math.floor((event.clientX - box.left) / box.width * this.span * this.rate)
      this.video.currentTime = (Math.min(this.clip.frames - 1, Math.max(0, frame)) + 0.5) / this.rate
    }
    const end = () => {
      removeEventListener("pointermove", move)
      // The click that follows a drag would jump to its cell.
      if (dragged) addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true })
    }
    addEventListener("pointermove", move)
    addEventListener("pointerup", end, { once: true })
    addEventListener("pointercancel", end, { once: true })
  }

  // The last frame as a PNG, for a shot that goes on from it.
  async lastFrame() {
    const video = await seekable(this.clip.address)
    await seek(video, (this.clip.frames - 0.5) / this.rate)
    const canvas = document.createElement("canvas")
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext("2d").drawImage(video, 0, 0)
    return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("The frame could not be read.")), "image/png"))
  }

  #press(selector, pressed) {
    this.bar.querySelector(selector).setAttribute("aria-pressed", String(pressed))
  }

  #playing() {
    const button = this.bar.querySelector("[data-play]")
    button.setAttribute("aria-label", this.video.paused ? "Play" : "Pause")
    button.querySelector("use").setAttribute("href", this.video.paused ? "#i-play" : "#i-pause")
    const follow = () => { this.#tell(); if (!this.video.paused) requestAnimationFrame(follow) }
    follow()
  }

  #tell() {
    if (!this.clip) return
    const at = this.video.currentTime
    this.bar.querySelector("[data-now]").textContent = pad(at)
    this.bar.querySelector("[data-frame]").textContent = String(Math.min(this.clip.frames, Math.floor(at * this.rate + 0.01) + 1))
    const head = this.strip.querySelector(".playhead")
    if (head) head.style.left = `${100 * at / this.span}%`
  }

  async #drawStrip() {
    const { clip, strip } = this
    const step = Math.max(1, Math.ceil(clip.seconds / 8))
    const seconds = Array.from({ length: Math.ceil(clip.seconds / step) }, (_, index) => index * step)
    this.span = seconds.length * step //: what the strip is wide, in seconds
    const cells = seconds.map((second) => {
      const item = document.createElement("li")
      item.innerHTML = `<button class="cell" type="button" aria-label="Go to second ${second}"><canvas width="256" height="144"></canvas></button><p class="edge"><span>${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}</span></p>`
      item.querySelector("button").addEventListener("click", () => { this.video.currentTime = (second * this.rate + 0.5) / this.rate })
      return item
    })
    const head = document.createElement("li")
    head.className = "playhead"
    head.setAttribute("aria-hidden", "true")
    strip.replaceChildren(...cells, head)
    const video = await seekable(clip.address)
    for (const [index, second] of seconds.entries()) {
      if (this.clip !== clip) return
      await seek(video, (second * this.rate + 0.5) / this.rate)
      const canvas = cells[index].querySelector("canvas")
      const scale = Math.max(canvas.width / video.videoWidth, canvas.height / video.videoHeight)
      const [width, height] = [video.videoWidth * scale, video.videoHeight * scale]
      canvas.getContext("2d").drawImage(video, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
    }
  }
}

function seekable(address) {
  const video = document.createElement("video")
  video.muted = true
  video.preload = "auto"
  video.src = address
  return new Promise((resolve, reject) => {
    video.addEventListener("loadeddata", () => resolve(video), { once: true })
    video.addEventListener("error", () => reject(new Error("The clip could not be loaded.")), { once: true })
  })
}

function seek(video, seconds) {
  return new Promise((resolve) => {
    video.addEventListener("seeked", () => resolve(), { once: true })
    video.currentTime = seconds
  })
}
