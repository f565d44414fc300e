/** What a reply takes up of what it answers. */

const HOLLOW = new Set(
  'about after again also always another anything because been before being both came come could does doing done down each else even ever every everything from gets give goes going gone good have here into just know last like little look made make many more most much must never next nothing only other over really said same says should since some something still such sure take than that their them then there these they thing things think this those thought time today told took tried under until very want wanted week well went were what when where which while will with without would year years your yours yesterday tomorrow month months weeks days hours minutes please thank thanks sorry hello dear regards'.split(
    ' ',
  ),
)

/** Endings off, so that "loaves" meets "loaf" half-way and "waited" meets "waiting". */
function root(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s|ly|er)$/, '').slice(0, 6) : word.replace(/s$/, '')
}

function contents(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.match(/[a-z']{4,30}|\d{2,}/g) ?? []) if (!HOLLOW.has(word)) found.add(root(word))
  return found
}

/** How many of the matters named in `heard` come up in `reply`; both as `lowered` gives them. */
export function takenUp(heard: string, reply: string): number {
  const said = contents(heard)
  let count = 0
  for (const word of contents(reply)) if (said.has(word)) count++
  return count
}
