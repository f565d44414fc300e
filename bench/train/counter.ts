/** Counts millions of 32-bit hashes in two flat arrays; a Map of as many numbers would not fit. */
export class Counter {
  size = 0
  private keys: Int32Array
  private values: Int32Array

  constructor(bits = 20) {
    this.keys = new Int32Array(2 ** bits)
    this.values = new Int32Array(2 ** bits)
  }

  add(hash: number): void {
    const at = this.place(hash)
    if (this.values[at] === 0) {
      this.keys[at] = hash
      this.size++
    }
    this.values[at] = (this.values[at] as number) + 1
    if (this.size * 2 > this.keys.length) this.grow()
  }

  get(hash: number): number {
    return this.values[this.place(hash)] as number
  }

  set(hash: number, value: number): void {
    this.values[this.place(hash)] = value
  }

  forEach(visit: (hash: number, count: number) => void): void {
    for (let at = 0; at < this.keys.length; at++) {
      if (this.values[at] !== 0) visit(this.keys[at] as number, this.values[at] as number)
    }
  }

  private place(hash: number): number {
    const mask = this.keys.length - 1
    let at = (Math.imul(hash, 0x9e3779b1) >>> 5) & mask
    while (this.values[at] !== 0 && this.keys[at] !== hash) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Int32Array(keys.length * 2)
    this.values = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (values[i] === 0) continue
      const at = this.place(keys[i] as number)
      this.keys[at] = keys[i] as number
      this.values[at] = values[i] as number
    }
  }
}
