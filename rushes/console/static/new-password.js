// Choosing a password: how long it is by now, and whether it was typed the same twice.
const password = document.getElementById("password"), again = document.getElementById("again")
const note = document.getElementById("password-note"), bars = document.querySelectorAll("[data-strength] i")

function look() {
  const length = password.value.length
  const reached = length === 0 ? 0 : length < password.minLength ? 1 : length < 16 ? 2 : length < 20 ? 3 : 4
  bars.forEach((bar, index) => bar.classList.toggle("on", index < reached))
  note.textContent = reached < 2 ? "At least 12 characters. Long beats clever." : reached < 4 ? "Good. Longer is better still." : "Good: long beats clever."
  again.setCustomValidity(again.value && again.value !== password.value ? "The two passwords are not the same." : "")
}

if (password && again) for (const field of [password, again]) field.addEventListener("input", look)
