/** Sites as people type them, made exact: `shop.example, www.shop.example/` becomes two origins. Pure. */
export function readSites(text: string): { sites: string[]; strange: string | null } {
  const sites: string[] = []
  for (const word of text.split(/[\s,;]+/).filter((part) => part !== '')) {
    const whole = /^https?:\/\//i.test(word) ? word : `https://${word}`
    const url = URL.canParse(whole) ? new URL(whole) : null
    if (!url || !/^https?:$/.test(url.protocol) || !/\.|^localhost$/.test(url.hostname)) return { sites, strange: word }
    if (!sites.includes(url.origin)) sites.push(url.origin)
  }
  return { sites, strange: null }
}
