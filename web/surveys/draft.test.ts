import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Definition, type Question } from '#listen/contract'
import { addQuestion, changeQuestion, moveQuestion, newChoice, newQuestion, removeQuestion } from './draft.ts'

const empty = Definition.parse({ languages: ['en'], questions: [] })
const ids = (definition: Definition) => definition.questions.map((question) => question.id)
const valid = (definition: Definition) => Definition.safeParse(definition).success

const made = () => {
  let survey = addQuestion(empty, newQuestion(empty, 'nps', 'Recommend?'), 0)
  survey = addQuestion(survey, newQuestion(survey, 'single', 'Which?'), 1)
  survey = addQuestion(survey, newQuestion(survey, 'text', 'Why?'), 2)
  return changeQuestion(survey, 'words', (question) => ({
    ...question,
    showIf: [
      { question: 'recommend', test: 'atMost', value: 6 },
      { question: 'choice', test: 'is', value: 'option1' },
    ],
  }))
}

describe('a survey being made', () => {
  it('gives every new question an id of its own, also when two are of one kind', () => {
    const survey = addQuestion(made(), newQuestion(made(), 'text', 'More?'), 3)
    assert.deepEqual(ids(survey), ['recommend', 'choice', 'words', 'words2'])
    assert.ok(valid(survey))
  })

  it('gives every new choice an id of its own', () => {
    const first = newChoice([])
    const second = newChoice([first])
    const third = newChoice([first, second])
    assert.deepEqual([first.id, second.id, third.id], ['option1', 'option2', 'option3'])
  })

  it('drops a condition when its question goes', () => {
    const survey = removeQuestion(made(), 'recommend')
    assert.deepEqual(survey.questions.at(-1)?.showIf, [{ question: 'choice', test: 'is', value: 'option1' }])
    assert.ok(valid(survey))
  })

  it('drops a condition when its question moves behind it', () => {
    const survey = moveQuestion(made(), 'words', -1)
    assert.deepEqual(ids(survey), ['recommend', 'words', 'choice'])
    assert.deepEqual(survey.questions[1]?.showIf.length, 1)
    assert.ok(valid(survey))
  })

  it('drops a condition when its choice goes', () => {
    const survey = changeQuestion(
      made(),
      'choice',
      (question) =>
        ({
          ...question,
          choices: [
            { id: 'b', text: {} },
            { id: 'c', text: {} },
          ],
        }) as Question,
    )
    assert.deepEqual(survey.questions.at(-1)?.showIf, [{ question: 'recommend', test: 'atMost', value: 6 }])
    assert.ok(valid(survey))
  })

  it('stays as it is when a question is moved past an end', () => {
    assert.deepEqual(ids(moveQuestion(made(), 'recommend', -1)), ids(made()))
    assert.deepEqual(ids(moveQuestion(made(), 'words', 1)), ids(made()))
  })
})
