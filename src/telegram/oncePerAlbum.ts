import type { MiddlewareFn } from 'telegraf'
import { type News, NO_NEWS } from '../instance/news.ts'
import { sharedNotes } from '../instance/sharedNotes.ts'
import type { SuluhContext } from './context.ts'

/** People whose last album is remembered. */
const MOST_ALBUMS = 5_000

/**
 * An album comes as one message for each of its photos, perhaps to several instances; whoever sent it did one thing and
 * hears one answer.
 */
export function oncePerAlbum(news: News = NO_NEWS): MiddlewareFn<SuluhContext> {
  const answered = sharedNotes(news, 'album', { max: MOST_ALBUMS })
  return (ctx, next) => {
    const album = ctx.message && 'media_group_id' in ctx.message ? ctx.message.media_group_id : undefined
    if (album === undefined) return next()
    if (answered.get(ctx.person) === album) return
    return answered.set(ctx.person, album).then(next)
  }
}
