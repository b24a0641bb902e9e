import { useEffect, useState } from 'preact/hooks'
import type { DrawerProps } from './Drawer.tsx'

type DrawerModule = typeof import('./Drawer.tsx')

/** The drawer, fetched when it is opened for the first time: most visitors never do. */
export function LazyDrawer(props: DrawerProps) {
  const [module, setModule] = useState<DrawerModule | undefined>()
  useEffect(() => void import('./Drawer.tsx').then(setModule), [])
  return module ? <module.Drawer {...props} /> : null
}
