/** Which column of a file holds what people said: the one that was named, or the one an import would take. */
import { isQuestion, recognise, wording, type Row } from '#listen'
import { plainText, Refusal } from '#platform'

export type WordsColumn = {
  header: string
  /** What was asked, where the column is named by a question: "Nothing" can be good news. */
  question: string | null
  /** Column that tells the language, for texts too short to tell by themselves. */
  language: string | null
}

/** A column named by a person is read by itself; nothing else of the row has a say. */
export function wordsColumn(headers: string[], sample: Row[], named: string | undefined): WordsColumn {
  if (named !== undefined) return columnNamed(headers, named)
  const { proposal } = recognise(headers, sample)
  const answer = proposal.answers.find(({ score }) => score === null)
  const header = proposal.fields.text ?? answer?.header ?? proposal.fields.title
  if (header === undefined || proposal.target !== 'voices')
    throw new Refusal(
      'no_words_column',
      `No column seems to hold what people wrote. Name it with --text. ${listed(headers)}`,
    )
  return { ...asked(header), language: proposal.fields.language ?? null }
}

function columnNamed(headers: string[], named: string): WordsColumn {
  const same = (one: string): boolean => one.trim().toLowerCase() === named.trim().toLowerCase()
  const header = headers.find((one) => one === named) ?? headers.find(same)
  if (header === undefined)
    throw new Refusal('no_words_column', `There is no column “${named}” in this file. ${listed(headers)}`)
  return { ...asked(header), language: null }
}

const asked = (header: string): Pick<WordsColumn, 'header' | 'question'> => ({
  header,
  question: isQuestion(header) ? wording(header) : null,
})

function listed(headers: string[]): string {
  if (headers.length === 0) return 'It has no columns.'
  const shown = headers
    .slice(0, 40)
    .map((header) => `“${plainText(header.length > 60 ? `${header.slice(0, 60)}…` : header)}”`)
  const more = headers.length - shown.length
  return `Its columns are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
