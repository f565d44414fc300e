/**
 * Work on portions side by side and hand the answers out in the order of the portions. Only a few are on their way at any
 * moment, so memory stays the same however many there are or slow the receiver.
 */
export async function* inOrder<Portion, Answer>(
  portions: AsyncIterable<Portion>,
  most: number,
  work: (portion: Portion) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const underway: Promise<Answer>[] = []
  for await (const portion of portions) {
    const answer = work(portion)
    // Awaited in its turn; a failure before that must not count as unhandled.
    answer.catch(() => undefined)
    underway.push(answer)
    if (underway.length >= most) yield await underway.shift()!
  }
  while (underway.length > 0) yield await underway.shift()!
}
