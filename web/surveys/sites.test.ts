import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSites } from './sites.ts'

test('sites are understood however they are typed', () => {
  assert.deepEqual(readSites('shop.example, https://www.shop.example/contact  http://localhost:8080'), {
    sites: ['https://shop.example', 'https://www.shop.example', 'http://localhost:8080'],
    strange: null,
  })
  assert.deepEqual(readSites('shop.example SHOP.example/'), { sites: ['https://shop.example'], strange: null })
  assert.deepEqual(readSites('  '), { sites: [], strange: null })
})

test('what is no site is named', () => {
  assert.equal(readSites('shop.example our-shop').strange, 'our-shop')
  assert.equal(readSites('javascript:alert(1)').strange, 'javascript:alert(1)')
})
