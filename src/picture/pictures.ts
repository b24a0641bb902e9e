import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../packageRoot.ts'
import type { BarChart } from './barChart.ts'
import { type Draughtsman, employ } from './draughtsman.ts'
import type { Drawing } from './drawing.ts'
import type { Poster } from './poster.ts'

/**
 * Draws aside, so that nobody's answer waits for somebody's picture. All reject with a RangeError for facts that
 * cannot be drawn, and with an Error when too many wait or the drawing came to no end.
 */
export interface Pictures {
  /** PNG, 1080 pixels wide; the more bars the higher. */
  barChart(chart: BarChart): Promise<Uint8Array>
  /** PNG of black and white squares, at least 800 pixels wide. */
  qrCode(text: string): Promise<Uint8Array>
  /** PDF on A4, one page for each poster; `title` is what programs show as its name. */
  posters(posters: Poster[], title: string, createdAt: Date): Promise<Uint8Array>
  /** Ends what is being drawn. */
  stop(): Promise<void>
}

/**
 * Opens the drawing of pictures. Nothing is started or loaded before the first one is asked for, and a minute
 * after the last one all memory is given back: that is why it is a process and no thread, which keeps 100 MB.
 * @param startProcess what draws; it runs the built program, also in tests
 */
export function openPictures(startProcess = startDrawingProcess): Pictures {
  let draughtsman: Draughtsman | undefined

  async function draw(drawing: Drawing): Promise<Uint8Array> {
    draughtsman ??= employ(startProcess(), () => {
      draughtsman = undefined
    })
    return draughtsman.draw(drawing)
  }

  return {
    barChart: (chart) => draw({ draw: 'barChart', chart }),
    qrCode: (text) => draw({ draw: 'qrCode', text }),
    posters: (posters, title, createdAt) => draw({ draw: 'posters', posters, title, createdAt }),
    stop: async () => draughtsman?.dismiss(),
  }
}

/** It gets none of our settings: whatever words are drawn, there is no secret beside them. */
export function startDrawingProcess(): ChildProcess {
  return fork(join(packageRoot, 'dist/picture/drawingProcess.js'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
    execArgv: ['--max-old-space-size=256'],
  })
}
