// Runs before the first paint, so that a person who chose night never sees a flash of day. Kept in a file of its own
// because the content security policy allows no inline script.
try {
  const chosen = localStorage.getItem('heed.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // A browser that keeps nothing follows the system.
}
