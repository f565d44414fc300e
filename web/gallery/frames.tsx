import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Problem } from '../ui/problem.ts'
import { Quote } from '../ui/quote.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Shown } from './shown.tsx'

const refusal = new Problem({
  status: 422,
  code: 'import_unreadable',
  title: 'Two lines could not be read',
  detail: 'The other 7,041 are in. You can mend these two and bring the file in again; nothing will be doubled.',
  errors: [
    { field: 'at', line: 204, reason: '“31 Feb 2026” is not a day.' },
    { field: 'text', line: 3017, reason: 'The quotation mark is never closed.' },
  ],
})

export function Frames() {
  const [tab, setTab] = useState<'voices' | 'orders' | 'notes'>('voices')
  return (
    <>
      <Shown title="Tabs">
        <Tabs
          label="About this person"
          value={tab}
          tabs={[
            { value: 'voices', label: 'Voices', count: 14 },
            { value: 'orders', label: 'Orders', count: 52 },
            { value: 'notes', label: 'Notes' },
          ]}
          onChange={setTab}
        >
          <p className="text-ink-soft">Fourteen voices since March.</p>
        </Tabs>
      </Shown>
      <Shown title="When something goes wrong">
        <div className="flex flex-col gap-4">
          <ErrorNotice error={new Problem({ status: 0, code: 'unreachable', title: '' })} retry={() => undefined} />
          <ErrorNotice error={refusal} />
        </div>
      </Shown>
      <Shown title="Nothing here yet">
        <EmptyState
          title="Nobody has said anything yet"
          exampleLabel="An example of what will stand here"
          example={
            <Quote
              size="small"
              text="The walnut bread was worth the walk. Is it baked on Mondays too?"
              source="Leila Haddad, by e-mail"
            />
          }
          actions={
            <>
              <Button look="deed">Bring in a file</Button>
              <Button>Make a survey</Button>
            </>
          }
        >
          Bring in reviews or e-mails you already have, and read them here within a minute.
        </EmptyState>
      </Shown>
      <Shown title="On its way">
        <SkeletonList rows={2} />
        <LoadMore shown={50} total={2507} hasMore busy={false} onMore={() => undefined} />
      </Shown>
      <Banner action={<button className="font-semibold underline underline-offset-4">Use your own</button>}>
        This is a sample business; nothing here is real.
      </Banner>
    </>
  )
}
