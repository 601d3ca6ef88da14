// The invitation's dialog: copying the link, and forgetting how the page came to show it.
import { copy } from "./console.js"

const link = document.getElementById("secret")?.textContent
if (link) {
  // Loading the page again must not make another invitation.
  history.replaceState(null, "", "/people")
  document.querySelector("[data-copy-secret]").addEventListener("click", () => copy(link, "The link is copied."))
  document.getElementById("reveal").addEventListener("close", (event) => event.target.remove())
}
