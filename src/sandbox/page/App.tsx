import { useLayoutEffect, useState } from 'preact/hooks'
import { ConnectionBar } from './ConnectionBar.tsx'
import { peopleOf } from './chatsOf.ts'
import { columnsOf } from './columns.ts'
import { LazyDrawer } from './LazyDrawer.tsx'
import type { PageModel } from './pageModel.ts'
import { QuestionWindow } from './QuestionWindow.tsx'
import { Sidebar } from './Sidebar.tsx'
import type { Store } from './store.ts'
import { Telephone } from './Telephone.tsx'
import { TopBar } from './TopBar.tsx'

/** The whole page. */
export function App({ store }: { store: Store<PageModel> }) {
  const [model, setModel] = useState(store.get())
  useLayoutEffect(() => store.subscribe(() => setModel(store.get())), [store])

  const { sandbox } = model
  const columns = sandbox ? columnsOf(model.columns, peopleOf(sandbox)) : []
  const active = columns.find((column) => column.key === model.active) ?? columns[0]
  if (!sandbox || !active) return <ConnectionBar model={model} />

  return (
    <>
      <TopBar model={model} sandbox={sandbox} active={active} />
      <ConnectionBar model={model} />
      <main class={`desk${active.chat === undefined ? ' shows-list' : ''}`}>
        <Sidebar model={model} sandbox={sandbox} active={active} />
        <div class="telephones">
          {columns.map((column) => (
            <Telephone
              key={column.key}
              model={model}
              sandbox={sandbox}
              column={column}
              isActive={column === active}
              isBeside={columns.length > 1}
            />
          ))}
        </div>
        {model.drawer && <LazyDrawer sandbox={sandbox} active={active} tab={model.drawer} />}
      </main>
      {model.questions[0] && <QuestionWindow key={model.questions[0].key} question={model.questions[0]} />}
    </>
  )
}
