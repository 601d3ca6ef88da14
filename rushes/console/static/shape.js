// The part of the form that a model declares: its choices, which of them the rules forbid now, and why.

export class Shape {
  constructor(desk, source, onChange) {
    this.desk = desk
    this.onChange = onChange
    this.mode = "text"
    this.adopt(source)
    desk.addEventListener("change", (event) => {
      if (event.target.name && event.target.name !== "model" && event.target.name !== "prompt") this.changed()
    })
    desk.addEventListener("input", (event) => { if (event.target.dataset?.kind) this.changed() })
  }

  // Take over another model's form; values that it has as well stay as they are.
  adopt(source) {
    const kept = this.declaration ? this.#raw() : new Map()
    const declared = source.querySelector("#declared")
    this.declaration = JSON.parse(declared.dataset.declaration)
    this.promptMax = Number(declared.dataset.promptMax) || Infinity
    for (const [name, target] of [["tabs", "[data-tabs-of-modes]"], ["slots", "[data-slots]"], ["shape", "[data-shape]"], ["drawer", "[data-drawer]"]]) {
      // The first model's parts are there already, as the server drew them.
      const part = source.querySelector(`template[data-for=${name}]`)
      if (part) this.desk.querySelector(target).replaceChildren(part.content.cloneNode(true))
    }
    this.#write(kept)
  }

  get modes() {
    return [...this.desk.querySelectorAll("[data-mode][role=tab]")].map((tab) => tab.dataset.mode)
  }

  setMode(mode) {
    this.mode = this.modes.includes(mode) ? mode : this.modes[0]
    this.changed(true)
  }

  // Put values in by their names, as a task or a draft has them; what this model does not know is passed over.
  fill(values) {
    this.#write(new Map(Object.entries(values)))
    this.changed()
  }

  clear(name) {
    for (const input of this.desk.querySelectorAll(`[name="${name}"]`)) {
      if (input.type === "radio") input.checked = input.value === ""
      else input.value = ""
    }
  }

  // What was chosen, by parameter; what was left to the model is left out.
  values() {
    const chosen = {}
    for (const [name, text] of this.#raw()) {
      if (text === "" || text === null || !(name in this.declaration.parameters)) continue
      const input = this.desk.querySelector(`[name="${name}"]`)
      if (input.type === "radio") chosen[name] = JSON.parse(text)
      else if (input.dataset.kind === "integer") chosen[name] = Number(text)
      else if (input.dataset.kind === "object") {
        try { chosen[name] = JSON.parse(text) } catch { throw Object.assign(new Error(`${name} is not JSON.`), { parameter: name }) }
      } else chosen[name] = text
    }
    return chosen
  }

  changed(modeChanged = false) {
    if (modeChanged) this.#settle()
    this.#judge()
    this.onChange()
  }

  // In another mode some values are fixed: take the nearest that is allowed, as the sentence beside it says.
  #settle() {
    for (const rule of this.#onlyRules()) {
      if (!rule.modes.includes(this.mode)) continue
      const inputs = [...this.desk.querySelectorAll(`input[type=radio][name="${rule.parameter}"]`)]
      const now = inputs.find((input) => input.checked)
      if (now && now.value !== "" && !rule.values.includes(JSON.parse(now.value))) {
        const allowed = inputs.find((input) => input.value !== "" && rule.values.includes(JSON.parse(input.value)))
        if (allowed) allowed.checked = true
      }
    }
  }

  #judge() {
    const now = new Map()
    for (const [name, text] of this.#raw()) {
      const input = this.desk.querySelector(`[name="${name}"]`)
      if (input?.type === "radio" && text) now.set(name, JSON.parse(text))
    }
    const reasons = new Set()
    for (const input of this.desk.querySelectorAll(".shape input[type=radio], .drawer input[type=radio]")) {
      const value = input.value === "" ? undefined : JSON.parse(input.value)
      const why = value === undefined || input.checked ? null : this.#forbidden(input.name, value, now)
      input.disabled = Boolean(why)
      if (why) {
        input.setAttribute("aria-describedby", "why")
        if (input.closest(".shape")) reasons.add(why)
      } else input.removeAttribute("aria-describedby")
    }
    const line = this.desk.querySelector("#why")
    line.hidden = reasons.size === 0
    line.querySelector("span").textContent = [...reasons].join(" ")
  }

  // Why a value may not be chosen while the others are as they are; null when it may.
  #forbidden(name, value, now) {
    const next = new Map(now).set(name, value)
    for (const rule of this.#onlyRules()) {
      const bound = next.get(rule.parameter)
      if (bound === undefined || rule.values.includes(bound)) continue
      const cause = Object.entries(rule.when).some(([other, wanted]) => wanted.includes(next.get(other)))
      const concerns = rule.parameter === name || name in rule.when
      if (concerns && (cause || rule.modes.includes(this.mode))) return rule.why
    }
    return null
  }

  #onlyRules() {
    return this.declaration.rules.filter((rule) => rule.kind === "only")
  }

  #raw() {
    const found = new Map()
    for (const input of this.desk.querySelectorAll("[data-field] [name]")) {
      if (input.type !== "radio") found.set(input.name, input.value.trim())
      else if (input.checked) found.set(input.name, input.value)
    }
    return found
  }

  #write(values) {
    for (const [name, value] of values) {
      const inputs = [...this.desk.querySelectorAll(`[data-field] [name="${name}"]`)]
      for (const input of inputs) {
        if (input.type === "radio") {
          const same = input.value === value || input.value === JSON.stringify(value)
          if (same) input.checked = true
        } else input.value = typeof value === "object" ? JSON.stringify(value, null, 2) : String(value)
      }
    }
  }
}
