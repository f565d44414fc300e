import { useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Filters } from '../ui/filters.tsx'
import { Progress } from '../ui/progress.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Shown } from './shown.tsx'

export function Forms() {
  const [query, setQuery] = useState('cold bread')
  const [period, setPeriod] = useState<'month' | 'quarter' | 'year'>('quarter')
  const [role, setRole] = useState<'manager' | 'teammate'>('teammate')
  const [on, setOn] = useState(true)
  const [source, setSource] = useState<'all' | 'email'>('email')
  return (
    <>
      <Shown title="Looking for something">
        <Filters
          active={[
            { id: 'a', label: 'Reads as worried', onRemove: () => undefined },
            { id: 'b', label: 'By e-mail', onRemove: () => undefined },
          ]}
          onClear={() => undefined}
        >
          <SearchBox label="Search what people said" value={query} onSearch={setQuery} />
          <div className="w-40">
            <Select
              label="Source"
              quietLabel
              value={source}
              options={[
                { value: 'all', label: 'Every source' },
                { value: 'email', label: 'E-mail' },
              ]}
              onChange={setSource}
            />
          </div>
        </Filters>
        <RadioGroup
          label="Period"
          quietLabel
          look="segments"
          value={period}
          options={[
            { value: 'month', label: 'Month' },
            { value: 'quarter', label: 'Quarter' },
            { value: 'year', label: 'Year' },
          ]}
          onChange={setPeriod}
        />
      </Shown>
      <Shown title="Asking">
        <div className="flex max-w-md flex-col gap-5">
          <TextInput
            label="Your business"
            placeholder="Linden & Rye"
            hint="As your customers know it. You can change it later."
          />
          <TextInput
            label="E-mail address"
            type="email"
            defaultValue="maren@lindenrye"
            error="This address lacks its ending, such as .example."
          />
          <TextArea
            label="What did they say?"
            voice
            optional
            defaultValue="The rolls were still warm. My daughter smiled all the way home."
          />
          <RadioGroup
            label="Role"
            value={role}
            options={[
              { value: 'manager', label: 'Manager', hint: 'Sees outcomes and changes how things are done.' },
              { value: 'teammate', label: 'Teammate', hint: 'Reads voices and answers people.' },
            ]}
            onChange={setRole}
          />
          <div>
            <Checkbox
              label="They agreed to be contacted"
              hint="Only then may we write back."
              checked={on}
              onChange={setOn}
            />
            <Checkbox label="All 24 on this page" partly checked={false} onChange={() => undefined} />
            <Switch
              label="Ask after each delivery"
              hint="Nobody is asked twice within thirty days."
              checked={on}
              onChange={setOn}
            />
            <Switch label="Send a monthly letter" checked={!on} onChange={(next) => setOn(!next)} />
          </div>
        </div>
      </Shown>
      <Shown title="Bringing in a file">
        <FileDrop
          label="File with voices"
          hint="CSV, Excel or JSON Lines, up to 100 MB"
          accept=".csv,.xlsx,.jsonl"
          onFile={() => undefined}
        />
        <div className="mt-6 flex flex-col gap-5">
          <Progress label="Reading what people said" value={0.42} detail="2,958 of 7,043" />
          <Progress label="Looking at the file" value={null} />
        </div>
      </Shown>
    </>
  )
}
