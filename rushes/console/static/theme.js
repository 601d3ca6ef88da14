// Before the first paint: the lights as the reader left them.
try {
  const kept = localStorage.getItem("theme")
  if (kept) document.documentElement.dataset.theme = kept
} catch {
  // A private window keeps nothing; the system's wish holds.
}
