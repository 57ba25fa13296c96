import { render } from 'preact'
import { App } from './components/App.tsx'
import { applyLook } from './lib/look.ts'
import { localeOf, wordsFor } from './locale/words.ts'
import { linkToLoader } from './state/loader-link.ts'
import { startSession } from './state/session.ts'
import './styles/main.css'

const link = await linkToLoader()
await startSession(link, (state, actions) => {
  const language = state.campaign?.language ?? 'en'
  applyLook(state)
  render(<App state={state} actions={actions} t={wordsFor(language)} locale={localeOf(language)} />, document.body)
})
