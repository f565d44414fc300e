// Makes a survey page smoother where scripts run; without them everything works as plain forms. The server decides every
// step; this file only carries forms there and pages back, so that a slow line shows no blank page between questions.
;(() => {
  const main = document.getElementById('main')
  if (!main || !window.fetch || !window.DOMParser) return
  const { offline, tapping, embed } = document.body.dataset
  let busy = false
  let touched = false
  let tap = 0

  const form = () => main.querySelector('form')
  const fields = (move) => {
    const data = new URLSearchParams(new FormData(form()))
    data.set('move', move)
    return data
  }

  const show = (page) => {
    const fresh = page.getElementById('main')
    if (!fresh) throw new Error('no page')
    const { lang, dir } = page.documentElement
    Object.assign(document.documentElement, { lang, dir })
    document.title = page.title
    document.getElementById('top').replaceChildren(...page.getElementById('top').childNodes)
    main.replaceChildren(...fresh.childNodes)
    window.scrollTo(0, 0)
    prepare()
    const into = main.querySelector('[aria-invalid]') || main.querySelector('#asked')
    if (into) into.focus({ preventScroll: true })
  }

  const trouble = () => {
    const old = main.querySelector('.trouble')
    if (old) old.remove()
    const said = Object.assign(document.createElement('p'), { className: 'trouble', textContent: offline })
    said.setAttribute('role', 'alert')
    main.querySelector('.moves').before(said)
  }

  const send = async (move) => {
    if (busy || !form()) return
    busy = true
    clearTimeout(tap)
    const button = main.querySelector('.go')
    button.setAttribute('aria-disabled', 'true')
    try {
      const answer = await fetch(form().action, {
        method: 'POST',
        body: fields(move),
        headers: { 'heed-step': 'on' },
        credentials: 'same-origin',
      })
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch {
      trouble()
      button.removeAttribute('aria-disabled')
    }
    busy = false
    touched = false
  }

  const finished = () => {
    if (!embed || !main.querySelector('[data-finished]') || window.parent === window) return
    // Says only that it is done, never what was answered, so that any site may be told.
    const surveyId = location.pathname.split('/')[2]
    for (const target of embed.split(' '))
      window.parent.postMessage({ type: 'heed.survey.completed', surveyId }, target)
  }

  function prepare() {
    finished()
    const asked = form()
    if (
      !asked ||
      asked.dataset.last !== undefined ||
      !['nps', 'ces', 'csat', 'star', 'single'].includes(asked.dataset.kind)
    )
      return
    const hint = Object.assign(document.createElement('span'), { className: 'optional', textContent: tapping })
    main.querySelector('.moves').append(hint)
  }

  main.addEventListener('submit', (event) => {
    event.preventDefault()
    send(event.submitter ? event.submitter.value : 'next')
  })

  // A tap is a decision; arrow keys are a search for one. Only the tap goes on by itself.
  let pointed = false
  main.addEventListener('pointerdown', () => {
    pointed = touched = true
  })
  main.addEventListener('keydown', () => {
    pointed = false
    touched = true
    clearTimeout(tap)
  })
  main.addEventListener('change', (event) => {
    const asked = form()
    const { type, value } = event.target
    if (!pointed || type !== 'radio' || value === '_other' || asked.dataset.last !== undefined) return
    clearTimeout(tap)
    tap = setTimeout(() => send('next'), 320)
  })

  // Leaving half-way keeps what was chosen or typed so far.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && touched && !busy && form()) {
      navigator.sendBeacon(form().action, fields('keep'))
      touched = false
    }
  })

  prepare()
})()
