import { useQuery } from '@tanstack/react-query'
import { ModelCard } from '#understand/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { Room } from '../room.tsx'
import { blocksOf, type Block } from './card-blocks.ts'
import { DisagreementsSection } from './disagreements.tsx'
import { readerWords } from './words.ts'
import { Section } from '../../ui/page.tsx'
import { trustWords } from '../words.ts'

/** The model card, whole: whoever is read by a machine may know what it is. */
export function ReaderPage() {
  const t = useWords(trustWords)
  const own = useWords(readerWords)
  const card = useQuery({
    queryKey: ['model', 'reader'],
    queryFn: ({ signal }) => api.get('/api/v1/models/reader', { schema: ModelCard, signal }),
    staleTime: Infinity,
  })
  return (
    <Room title={t('reader.title')} lead={t('reads.card')}>
      <DisagreementsSection of="reader" />
      <DisagreementsSection of="today" />
      <Section title={own('card.title')}>
        {card.isPending && <SkeletonText lines={12} />}
        {card.isError && <ErrorNotice error={card.error} retry={card.refetch} />}
        {card.data && blocksOf(card.data.card).map((block, at) => <Shown key={at} block={block} />)}
      </Section>
    </Room>
  )
}

function Shown({ block }: { block: Block }) {
  if (block.kind === 'heading') return <h3 className="mt-10 mb-3 text-lead font-semibold">{block.text}</h3>
  if (block.kind === 'list') {
    return (
      <ul className="mb-4 max-w-[68ch] list-disc space-y-1 ps-5">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  }
  if (block.kind === 'table') return <Figures rows={block.rows} />
  return <p className="mb-4 max-w-[68ch]">{block.text}</p>
}

function Figures({ rows }: { rows: string[][] }) {
  const [head = [], ...body] = rows
  return (
    <div tabIndex={0} className="mb-6 overflow-x-auto">
      <table className="figures min-w-full text-small">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" className="border-b border-edge py-2 pe-4 text-start font-semibold">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, nth) => (
            <tr key={nth}>
              {row.map((cell, at) => (
                <td key={at} className="border-b border-line py-1.5 pe-4 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
