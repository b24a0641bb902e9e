import { render } from 'preact'
import { App } from './App.tsx'
import { createPage, showCallbackAnswer } from './createPage.ts'
import { followSandbox } from './followSandbox.ts'
import { PageContext } from './page.ts'
import { emptyPage } from './pageModel.ts'
import { createStore } from './store.ts'

const store = createStore(emptyPage())
const page = createPage(store)
followSandbox(store, (event) => showCallbackAnswer(page, store, event))

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
render(
  <PageContext.Provider value={page}>
    <App store={store} />
  </PageContext.Provider>,
  root,
)
