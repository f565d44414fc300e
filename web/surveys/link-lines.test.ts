import assert from 'node:assert/strict'
import { it } from 'node:test'
import { linesToLinks, linksToCsv } from './link-lines.ts'

it('a list of people is read the way people write one', () => {
  assert.deepEqual(
    linesToLinks('Ada Brandt <ada@post.example>\n\n  jonas@post.example \r\nPriya Nair; priya@post.example\nOrder 17'),
    [
      { label: 'Ada Brandt', name: 'Ada Brandt', email: 'ada@post.example' },
      { label: 'jonas@post.example', email: 'jonas@post.example' },
      { label: 'Priya Nair', name: 'Priya Nair', email: 'priya@post.example' },
      { label: 'Order 17' },
    ],
  )
})

it('a name that looks like a formula stays a name', () => {
  assert.equal(linksToCsv([{ label: '=1+1', url: 'https://x.example' }]), 'label,link\r\n"\'=1+1","https://x.example"')
})
