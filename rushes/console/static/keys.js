// The new key's dialog: copying it, and forgetting how the page came to show it.
import { copy } from "./console.js"

const secret = document.getElementById("secret")?.textContent
if (secret) {
  // Loading the page again must not make another key.
  history.replaceState(null, "", "/keys")
  const line = document.getElementById("line")
  document.querySelector("[data-copy-secret]").addEventListener("click", () => copy(secret, "The key is copied."))
  document.querySelector("[data-copy-line]").addEventListener("click", () =>
    copy(line.textContent.replace(line.dataset.prefix, secret), "The call is copied, with your key."))
  document.getElementById("reveal").addEventListener("close", (event) => event.target.remove())
}
