/** How it can be to be in somebody's place: words that name it, for patterns. */
export const HARD =
  'hard|tough|awful|horrible|horrid|rotten|frustrating|upsetting|disappointing|worrying|frightening|scary|terrifying|maddening|annoying|exhausting|unacceptable|unfair|humiliating|mortifying|miserable|heartbreaking|painful|infuriating|stressful|dreadful|embarrassing|lonely|shocking|inexcusable|a lot|not (?:ok|okay|good enough|right|fair|on)'
